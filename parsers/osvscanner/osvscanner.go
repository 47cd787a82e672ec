// Package osvscanner reads the JSON reports of OSV-Scanner, versions 1 and 2. Records that describe the same vulnerability in several databases
// are one finding, as OSV-Scanner groups them; which of the ids it is known by follows parsers.md §16.1.
package osvscanner

import (
	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "OSV-Scanner"

// Parser reads OSV-Scanner reports.
type Parser struct{}

// Info describes the parser as the API lists it.
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserSCA, Source: model.SourceFile, ModuleName: "osv_scanner", ClassName: "OSVScannerParser"}
}

// members are the names that a report without findings may have at the top; it says nothing else that tells it from other reports.
var members = map[string]bool{"results": true, "experimental_config": true, "experimental_generic_findings": true, "image_metadata": true,
	"license_summary": true}

// Accepts takes objects with a list of results, whose first entry has a source and packages, or which is empty beside nothing but members of
// such a report.
func (Parser) Accepts(doc *parsers.Document) bool {
	results := doc.Member("results")
	if results.Kind() != rawjson.List {
		return false
	}
	first := results.First()
	if first != nil {
		return first.Get("source").Kind() == rawjson.Object && first.Get("packages").Kind() == rawjson.List
	}
	return doc.OnlyMembers(members)
}

// Parse reads the results.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	return &parsers.Report{Scanner: name, Findings: func(yield func(*parsers.Finding) bool) {
		skipped := 0
		for result := range doc.Member("results").Elements() {
			source := result.Get("source")
			for entry := range result.Get("packages").Elements() {
				p := readPackage(source, entry)
				if !p.findings(yield, &skipped) {
					return
				}
			}
		}
		parsers.LogSkipped(name, "vulnerabilities without id", skipped)
	}}, nil
}

// ecosystems are the purl types of the ecosystems of OSV (parsers.md §16.2).
var ecosystems = map[string]string{
	"Bitnami": "bitnami", "ConanCenter": "conan", "CRAN": "cran", "crates.io": "cargo", "GitHub Actions": "githubactions", "Go": "golang",
	"Hackage": "hackage", "Hex": "hex", "Maven": "maven", "npm": "npm", "NuGet": "nuget", "Packagist": "composer", "Pub": "pub", "PyPI": "pypi",
	"RubyGems": "gem", "SwiftURL": "swift",
}

// noFiles are the types of sources whose path is no file that a package comes from: an image, and the database of its package manager.
var noFiles = map[string]bool{"docker": true, "os": true}

func place(source, entry rawjson.Value) model.Observation {
	described := entry.Get("package")
	o := model.Observation{
		OriginComponentName:    described.Get("name").Text(),
		OriginComponentVersion: parsers.First(described.Get("version").Text(), described.Get("commit").Text()),
	}
	kind, path := source.Get("type").Text(), source.Get("path").Text()
	if !noFiles[kind] {
		o.OriginSourceFile = path
	}
	if kind == "docker" {
		o.OriginDockerImageName = path
	}
	o.OriginComponentPURL = parsers.PackageURL(ecosystems[described.Get("ecosystem").Text()], o.OriginComponentName, described.Get("version").Text())
	return o
}
