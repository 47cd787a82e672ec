// Package azuredefender reads the CSV export of Microsoft Defender for Cloud's recommendations from the Azure portal (parsers.md §6).
package azuredefender

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "Azure Defender"

// Parser reads exported recommendations.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserInfrastructure, Source: model.SourceFile, ModuleName: "azure_defender",
		ClassName: "AzureDefenderParser"}
}

// Accepts takes CSV files whose first data line names a subscription.
func (Parser) Accepts(doc *parsers.Document) bool {
	if doc.CSV == nil {
		return false
	}
	for row := range doc.CSV.Rows() {
		return row.Get("subscriptionId") != "" && row.Get("subscriptionName") != ""
	}
	return false
}

// Parse reads the lines about unhealthy resources.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	return &parsers.Report{Scanner: name, Findings: func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for row := range doc.CSV.Rows() {
			if !strings.EqualFold(row.Get("state"), "unhealthy") {
				continue
			}
			if row.Get("recommendationDisplayName") == "" {
				skipped++
				continue
			}
			if !yield(finding(row)) {
				return
			}
		}
		parsers.LogSkipped(name, "recommendations without name", skipped)
	}}, nil
}

func finding(row parsers.Row) *parsers.Finding {
	return &parsers.Finding{
		Observation: model.Observation{
			Title:                                 row.Get("recommendationDisplayName"),
			Description:                           paragraphs(row.Get("description")),
			Recommendation:                        paragraphs(row.Get("remediationSteps")),
			ParserSeverity:                        model.Severity(row.Get("severity")),
			OriginCloudProvider:                   row.Get("cloud"),
			OriginCloudAccountSubscriptionProject: row.Get("subscriptionName"),
			OriginCloudResource:                   row.Get("resourceName"),
			OriginCloudResourceType:               row.Get("resourceType"),
			Scanner:                               name,
		},
		Evidences: []parsers.Evidence{{Name: "Result", Text: parsers.NewText(rawjson.Value(row.JSON()))}},
	}
}

// maxText is the number of bytes of a text that are looked at; the import keeps 2048 characters.
const maxText = 16 << 10

// paragraphs restores the line breaks that the export has lost: behind a full stop or colon that is followed by a capital letter or by the number
// of a step, and before the number of a step.
func paragraphs(s string) string {
	s = s[:min(len(s), maxText)]
	var out strings.Builder
	for i := range len(s) {
		out.WriteByte(s[i])
		if breaks(s[i:]) {
			out.WriteString("\n\n")
		}
	}
	return out.String()
}

// breaks tells whether a paragraph ends with the first character of s.
func breaks(s string) bool {
	if len(s) < 2 {
		return false
	}
	capital := s[1] >= 'A' && s[1] <= 'Z'
	step := len(s) > 2 && s[1] >= '0' && s[1] <= '9' && s[2] == '.'
	switch s[0] {
	case '.':
		return capital || step && s[1] != '0'
	case ':':
		return capital || step
	case ' ':
		return step
	}
	return false
}
