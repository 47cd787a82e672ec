package sarif

import (
	"strings"

	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// texts are the paragraphs of a description before and behind the snippet of a location (parsers.md §4.3).
type texts struct {
	before, after []string
	plain         string // the description without snippet, when it was asked for
}

// describe puts together what message, rule and properties say. What the message or title says already is not repeated.
func (r *run) describe(t *texts, res *result, rule *rule, title string) {
	message := res.message
	if message != "" && !r.tool.trivy {
		t.before = append(t.before, message)
	}
	add := func(n note, known bool) {
		if n.text != "" && !known && !strings.Contains(message, n.text) && !r.tool.semgrep {
			t.before = append(t.before, n.paragraph)
		}
	}
	shortIsKnown := rule.shortIsPartOfName
	if title != rule.name {
		shortIsKnown = strings.Contains(title, rule.short.text)
	}
	add(rule.short, shortIsKnown)
	add(rule.full, rule.fullIsPartOfShort)
	add(rule.help, rule.helpIsPartOfShort || r.tool.trivy || r.tool.checkov)
	t.after = append(paragraphs(res.properties), rule.propertyParagraphs...)
}

// description is the description of a location with this snippet.
func (t *texts) description(snippet string) string {
	if snippet = strings.TrimRight(snippet, "\n"); snippet != "" {
		return t.assemble(snippet)
	}
	if t.plain == "" {
		t.plain = t.assemble("")
	}
	return t.plain
}

func (t *texts) assemble(snippet string) string {
	var d parsers.Description
	size := len(snippet) + snippetMarkup
	for _, list := range [...][]string{t.before, t.after} {
		for _, p := range list {
			size += len(p) + len("\n\n")
		}
	}
	d.Expect(size)
	for _, p := range t.before {
		d.Add(p)
	}
	if snippet != "" {
		addSnippet(&d, snippet)
	}
	for _, p := range t.after {
		d.Add(p)
	}
	return d.String()
}

// snippetMarkup is how many bytes are around a snippet at most.
const snippetMarkup = 32

func addSnippet(d *parsers.Description, snippet string) {
	if strings.Contains(snippet, "\n") {
		d.Add("**Snippet:**\n\n```\n\n", snippet, "\n```")
		return
	}
	d.Add("**Snippet:** `", snippet, "`")
}

// The bounds of the properties that are shown: more would not fit into a description.
const (
	maxProperties    = 250
	maxPropertyBytes = 10_000
)

// paragraphs are the properties of a rule or result that are not empty, in their order.
func paragraphs(properties rawjson.Value) []string {
	var out []string
	left := maxPropertyBytes
	for _, p := range properties.Distinct(maxProperties) {
		if p.Value.Empty() {
			continue
		}
		if left <= 0 {
			break
		}
		paragraph := "**" + parsers.Title(p.Name) + ":** " + parsers.Literal(p.Value, left)
		left -= len(paragraph)
		out = append(out, paragraph)
	}
	return out
}
