// Package cryptolyzer reads the JSON reports of CryptoLyzer, "cryptolyze --output-format json tls all <host>" (parsers.md §7). They only
// describe what a host offers; whether that is good is decided here by the recommendations of the German BSI (TR-02102-2).
package cryptolyzer

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "CryptoLyzer"

const reference = "https://www.bsi.bund.de/SharedDocs/Downloads/EN/BSI/Publications/TechGuidelines/TG02102/BSI-TR-02102-2.pdf?__blob=publicationFile&v=5"

// Parser reads CryptoLyzer reports.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserDAST, Source: model.SourceFile, ModuleName: "cryptolyzer", ClassName: "CryptoLyzerParser"}
}

// Accepts takes objects that describe protocols, cipher suites and curves of a target.
func (Parser) Accepts(doc *parsers.Document) bool {
	for _, member := range []string{"target", "versions", "ciphers", "curves"} {
		if doc.Member(member).Empty() {
			return false
		}
	}
	return true
}

// Parse checks the report; a host without violations gives no finding.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	return &parsers.Report{Scanner: name, Findings: func(yield func(*parsers.Finding) bool) {
		for i := range checks {
			if f := checks[i].finding(doc); f != nil && !yield(f) {
				return
			}
		}
	}}, nil
}

// check compares a part of a report with a recommendation.
type check struct {
	title    string
	heading  string
	severity model.Severity
	// member is the part of the report, items the list in it.
	member, items string
	// protocol is the one that the part has to be about, if member is a list of parts.
	protocol    string
	recommended map[string]bool // in lower case
}

// checks are all checks in the order of their findings.
var checks = []check{
	{"Weak protocols detected", "Weak protocols", model.SeverityHigh, "versions", "versions", "", protocols},
	{"Unrecommended TLS 1.2 cipher suites", "Unrecommended cipher suites", model.SeverityMedium, "ciphers", "cipher_suites", "tls1_2", suitesTLS12},
	{"Unrecommended TLS 1.3 cipher suites", "Unrecommended cipher suites", model.SeverityMedium, "ciphers", "cipher_suites", "tls1_3", suitesTLS13},
	{"Unrecommended elliptic curves", "Unrecommended elliptic curves", model.SeverityMedium, "curves", "curves", "", curves},
	{"Unrecommended signature algorithms", "Unrecommended signature algorithms", model.SeverityMedium, "sigalgos", "sig_algos", "", signatureAlgorithms},
}

// finding is the finding of the first part with a violation, nil without any.
func (c *check) finding(doc *parsers.Document) *parsers.Finding {
	if c.protocol == "" {
		return c.part(doc.Member(c.member))
	}
	for part := range doc.Member(c.member).Elements() {
		if !part.Get("target", "proto_version").Is(c.protocol) {
			continue
		}
		if f := c.part(part); f != nil {
			return f
		}
	}
	return nil
}

// maxItems bounds the violations that are listed; more would not fit into a description.
const maxItems = 1000

func (c *check) part(part rawjson.Value) *parsers.Finding {
	var lines strings.Builder
	violations := 0
	for item := range part.Get(c.items).Elements() {
		if text := item.Text(); text != "" && !c.recommended[strings.ToLower(text)] {
			lines.WriteString("\n* " + text)
			if violations++; violations == maxItems {
				break
			}
		}
	}
	if violations == 0 {
		return nil
	}
	return &parsers.Finding{
		Observation: model.Observation{
			Title:             c.title,
			Description:       "**" + c.heading + " according to BSI recommendations:**" + lines.String(),
			ParserSeverity:    c.severity,
			Scanner:           name,
			OriginEndpointURL: endpoint(part.Get("target")),
		},
		References: []string{reference},
		Evidences:  []parsers.Evidence{{Name: "Result", Text: parsers.NewText(part)}},
	}
}

// endpoint is the address that was checked, "" if it is not known.
func endpoint(target rawjson.Value) string {
	address, port := target.Get("address").Text(), target.Get("port").Scalar()
	if address == "" {
		return ""
	}
	if port == "" {
		return "https://" + address
	}
	return "https://" + address + ":" + port
}
