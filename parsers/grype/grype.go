// Package grype reads the JSON reports of Grype, of old and new versions. Its CycloneDX and SARIF reports are read by the packages of these
// formats.
//
// The severity is the one that Grype chose, which is the distribution's where there is one. "Negligible" is None: the distribution says that it
// is no matter of security.
package grype

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "Grype"

// Parser reads Grype reports.
type Parser struct{}

// Info describes the parser as the API lists it.
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserSCA, Source: model.SourceFile, ModuleName: "grype", ClassName: "GrypeParser"}
}

// Accepts takes objects with a list of matches, whose first entry is a vulnerability of an artifact, or which is empty in a report that says that
// it is from Grype.
func (Parser) Accepts(doc *parsers.Document) bool {
	matches := doc.Member("matches")
	if matches.Kind() != rawjson.List {
		return false
	}
	first := matches.First()
	if first == nil {
		return doc.Member("descriptor").Get("name").Is("grype")
	}
	return first.Get("vulnerability").Kind() == rawjson.Object && first.Get("artifact").Kind() == rawjson.Object
}

// Parse reads the matches.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	descriptor := doc.Member("descriptor")
	place := origin(doc.Member("source"))
	place.Scanner = parsers.NameVersion(parsers.First(descriptor.Get("name").Text(), name), descriptor.Get("version").Text())
	return &parsers.Report{Scanner: place.Scanner, Findings: func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for match := range doc.Member("matches").Elements() {
			f := finding(place, match)
			if f.Observation.Title == "" {
				skipped++
				continue
			}
			if !yield(f) {
				return
			}
		}
		parsers.LogSkipped(name, "matches without vulnerability", skipped)
	}}, nil
}

// origin is the image that was scanned; folders and files are no origin, because the findings name their files.
func origin(source rawjson.Value) model.Observation {
	var o model.Observation
	if source.Get("type").Text() != "image" {
		return o
	}
	image := source.Get("target")
	o.OriginDockerImageName = image.Get("userInput").Text()
	o.OriginDockerImageDigest = image.Get("manifestDigest").Text()
	if _, digest, ok := strings.Cut(image.Get("repoDigests").First().Text(), "@"); ok {
		o.OriginDockerImageDigest = digest
	}
	return o
}

func finding(place model.Observation, match rawjson.Value) *parsers.Finding {
	v, artifact := readVulnerability(match), readArtifact(match.Get("artifact"))
	f := &parsers.Finding{Observation: place, References: v.references(), Evidences: []parsers.Evidence{{Name: "Match", Text: parsers.NewText(match)}}}
	o := &f.Observation
	o.Title, o.VulnerabilityID, o.VulnerabilityIDAliases = v.id, v.id, v.aliases()
	o.Description = v.text()
	o.ParserSeverity = severity(v.severity)
	o.CVSS3Score, o.CVSS3Vector = v.rating("3")
	o.CVSS4Score, o.CVSS4Vector = v.rating("4")
	if versions := v.fixedIn(); versions != "" {
		o.Recommendation = "Upgrade " + artifact.name + " to version " + versions
	}
	o.OriginComponentName, o.OriginComponentVersion = artifact.name, artifact.version
	o.OriginComponentPURL, o.OriginComponentCPE = artifact.purl, artifact.cpe
	o.OriginSourceFile = artifact.file
	return f
}

func severity(s string) model.Severity {
	if strings.EqualFold(s, "Negligible") {
		return model.SeverityNone
	}
	return parsers.Severity(s)
}
