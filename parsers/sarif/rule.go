package sarif

import (
	"regexp"
	"strconv"
	"strings"

	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// rule is what is used of a reporting descriptor (SARIF §3.49).
type rule struct {
	id, name, level    string
	short, full, help  note
	references         []string
	cwe                *int
	properties         rawjson.Value
	propertyParagraphs []string
	text               *parsers.Text

	shortIsPartOfName, fullIsPartOfShort, helpIsPartOfShort bool
}

// note is a text of a rule, and how it stands in descriptions.
type note struct{ text, paragraph string }

func newNote(name, text string) note {
	return note{text, "**" + name + ":** " + text}
}

// unknownRule stands for rules that a report does not contain.
var unknownRule = &rule{text: parsers.NewText(nil)}

func newRule(raw rawjson.Value) *rule {
	r := &rule{text: parsers.NewText(raw)}
	var relationships rawjson.Value
	for key, value := range raw.Members() {
		switch string(key) {
		case "id":
			r.id = value.Text()
		case "name":
			r.name = value.Text()
		case "shortDescription":
			r.short = newNote("Rule short description", value.Get("text").Text())
		case "fullDescription":
			r.full = newNote("Rule full description", value.Get("text").Text())
		case "help":
			r.help = newNote("Rule help", parsers.First(value.Get("text").Text(), value.Get("markdown").Text()))
		case "helpUri":
			r.references = nil
			if uri := value.Text(); uri != "" {
				r.references = []string{uri}
			}
		case "defaultConfiguration":
			r.level = value.Get("level").Text()
		case "properties":
			r.properties = value
		case "relationships":
			relationships = value
		}
	}
	r.fullIsPartOfShort = strings.Contains(r.short.text, r.full.text)
	r.helpIsPartOfShort = strings.Contains(r.short.text, r.help.text)
	r.shortIsPartOfName = strings.Contains(r.name, r.short.text)
	r.propertyParagraphs = paragraphs(r.properties)
	if r.cwe = cweOfTags(r.properties.Get("tags")); r.cwe == nil {
		r.cwe = cweOfRelationships(relationships)
	}
	return r
}

// cweTag matches the forms of CWE tags: "CWE-79: Cross-site Scripting", "CWE-79" and "external/cwe/cwe-079".
var cweTag = regexp.MustCompile(`^(?i:CWE-|external/cwe/cwe-)([0-9]{1,6})[ ]*(:|$)`)

// cweOfTags is the weakness of the first tag that names one.
func cweOfTags(tags rawjson.Value) *int {
	for tag := range tags.Elements() {
		if match := cweTag.FindStringSubmatch(tag.Text()); match != nil {
			return cweNumber(match[1])
		}
	}
	return nil
}

// cweOfRelationships is the weakness of the first relationship with the CWE taxonomy (SARIF §3.53), whose ids are "CWE-79" or "79".
func cweOfRelationships(relationships rawjson.Value) *int {
	for relationship := range relationships.Elements() {
		target := relationship.Get("target")
		if !strings.EqualFold(target.Get("toolComponent", "name").Text(), "CWE") {
			continue
		}
		if n := cweNumber(strings.TrimPrefix(strings.ToUpper(target.Get("id").Text()), "CWE-")); n != nil {
			return n
		}
	}
	return nil
}

func cweNumber(digits string) *int {
	n, err := strconv.Atoi(digits)
	if err != nil || n < 1 || n > 999_999 {
		return nil
	}
	return &n
}
