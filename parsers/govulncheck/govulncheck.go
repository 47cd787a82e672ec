// Package govulncheck reads the JSON messages of govulncheck (protocol version 1.0), as the stream that the tool writes or as a list. Each
// vulnerability of a module is one finding, however many traces lead to it.
//
// A scan of symbols proves that vulnerable code is not called. Such findings are Not affected, with the justification that govulncheck gives in
// its own VEX documents; rules and assessments may decide otherwise.
package govulncheck

import (
	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "govulncheck"

// Parser reads messages of govulncheck.
type Parser struct{}

// Info describes the parser as the API lists it.
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserSCA, Source: model.SourceFile, ModuleName: "govulncheck", ClassName: "GovulncheckParser"}
}

// Accepts takes lists whose first message is the configuration of govulncheck, and the configuration alone.
func (Parser) Accepts(doc *parsers.Document) bool {
	config := doc.Member("config")
	switch {
	case doc.Sequence != nil:
		config = doc.Head("config")
	case doc.JSON.Kind() == rawjson.List:
		config = doc.Entry("config")
	}
	return config.Get("protocol_version").Text() != "" && (config.Get("scanner_name").Is(name) || config.Get("scan_level").Text() != "")
}

// Parse reads the messages.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	scan := readScan(doc)
	return &parsers.Report{Scanner: scan.scanner, Findings: func(yield func(*parsers.Finding) bool) {
		for _, found := range scan.found {
			if !yield(scan.finding(found)) {
				return
			}
		}
	}}, nil
}
