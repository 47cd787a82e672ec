// Package registry lists the parsers and finds the one for an uploaded file (import.md §2, §8). A new format needs one line here.
package registry

import (
	"slices"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/azuredefender"
	"secobserve/parsers/cryptolyzer"
	"secobserve/parsers/cyclonedx"
	"secobserve/parsers/dependencytrack"
	"secobserve/parsers/drheader"
	"secobserve/parsers/gitleaks"
	"secobserve/parsers/govulncheck"
	"secobserve/parsers/grype"
	"secobserve/parsers/kubescape"
	"secobserve/parsers/npmaudit"
	"secobserve/parsers/ocsf"
	"secobserve/parsers/osvscanner"
	"secobserve/parsers/prowler"
	"secobserve/parsers/sarif"
	"secobserve/parsers/secobserve"
	"secobserve/parsers/semgrep"
	"secobserve/parsers/spdx"
	"secobserve/parsers/trivy"
	"secobserve/parsers/zap"
)

// files are the parsers of files in the ascending order of their names, in which they are tried.
var files = []parsers.Parser{
	azuredefender.Parser{},
	cryptolyzer.Parser{},
	cyclonedx.Parser{},
	dependencytrack.Parser{},
	drheader.Parser{},
	gitleaks.Parser{},
	grype.Parser{},
	kubescape.Parser{},
	ocsf.Parser{},
	osvscanner.Parser{},
	prowler.Parser{},
	sarif.Parser{},
	spdx.Parser{},
	secobserve.Parser{},
	semgrep.Parser{},
	trivy.Parser{},
	zap.Parser{},
	govulncheck.Parser{},
	npmaudit.Parser{},
}

// others are the sources of observations that are no files.
var others = []model.Parser{
	{Name: "Dependency Track", Type: model.ParserSCA, Source: model.SourceAPI, ModuleName: "dependency_track", ClassName: "DependencyTrack"},
	{Name: "Manual", Type: model.ParserManual, Source: model.SourceManual},
	{Name: "OSV (Open Source Vulnerabilities)", Type: model.ParserSCA, Source: model.SourceOther, ModuleName: "osv", ClassName: "OSVParser"},
	{Name: "Trivy Operator Prometheus", Type: model.ParserOther, Source: model.SourceAPI, ModuleName: "trivy_operator_prometheus",
		ClassName: "TrivyOperatorPrometheus"},
}

// All returns the parsers of files in the order in which they are tried.
func All() []parsers.Parser { return slices.Clone(files) }

// Detect reads a file and finds the parser for it. Its errors are [*parsers.FileError].
func Detect(filename string, content []byte) (parsers.Parser, *parsers.Document, error) {
	doc, err := parsers.Read(filename, content)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range files {
		if p.Accepts(doc) {
			return p, doc, nil
		}
	}
	return nil, nil, unknown(doc)
}

// unknown explains why no parser takes a document.
func unknown(doc *parsers.Document) error {
	for _, p := range files {
		refuser, ok := p.(parsers.Refuser)
		if !ok {
			continue
		}
		if reason := refuser.Refuses(doc); reason != "" {
			return parsers.Problem(parsers.ErrUnknown, p.Info().Name+": "+reason)
		}
	}
	switch {
	case doc.XML != nil:
		return parsers.Problem(parsers.ErrFileType, "the file is "+doc.Describe()+", which no format has")
	case doc.Sequence != nil:
		return parsers.Problem(parsers.ErrJSON, "the file is "+doc.Describe()+", which no format has")
	}
	return parsers.Problem(parsers.ErrUnknown, "the file is "+doc.Describe()+", which is none of "+names())
}

// names lists the formats.
func names() string {
	var all []string
	for _, p := range files {
		all = append(all, p.Info().Name)
	}
	return strings.Join(all, ", ")
}

// Registered describes all parsers and other sources of observations by name, as the API lists them (import.md §8).
func Registered() []model.Parser {
	all := slices.Clone(others)
	for _, p := range files {
		all = append(all, p.Info())
	}
	slices.SortFunc(all, func(a, b model.Parser) int { return strings.Compare(a.Name, b.Name) })
	return all
}
