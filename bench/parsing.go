package main

import (
	"bytes"
	"fmt"
	"time"

	"secobserve/parsers/registry"
)

// parserFloor is how fast bulk formats must be read, in bytes per second.
const parserFloor = 40_000_000

// measureParsers reads large reports of the bulk formats in this process: the file is recognised, and all findings, components and evidences
// are made.
func measureParsers(b *bench) error {
	for _, kind := range []struct {
		filename string
		content  []byte
	}{
		{"scan.sarif", sarifReport(40_000, 50)},
		{"bom.cdx.json", cyclonedxReport(40_000, 51)},
		{"sbom.cdx.json", sbomReport(5_000, 52)},
		{"sbom.spdx.json", spdxReport(20_000, 53)},
		{"gitleaks.json", gitleaksReport(40_000, 54)},
		{"trivy.json", trivyReport(20_000, 55)},
	} {
		best := time.Duration(1<<63 - 1)
		var read int
		for range importRounds {
			begin := time.Now()
			n, err := readReport(kind.filename, kind.content)
			if err != nil {
				return fmt.Errorf("%s: %w", kind.filename, err)
			}
			best, read = min(best, time.Since(begin)), n
		}
		speed := float64(len(kind.content)) / best.Seconds()
		b.judge(fmt.Sprintf("reading %s, %s, %d findings and components", kind.filename, mib(int64(len(kind.content))), read),
			fmt.Sprintf("%.0f MB/s", speed/1e6), fmt.Sprintf("≥ %d MB/s", parserFloor/1_000_000), speed >= parserFloor)
	}
	return nil
}

// readReport reads everything of a report and returns the number of findings and components.
func readReport(filename string, content []byte) (int, error) {
	parser, doc, err := registry.Detect(filename, bytes.Clone(content))
	if err != nil {
		return 0, err
	}
	report, err := parser.Parse(doc)
	if err != nil {
		return 0, err
	}
	n := 0
	for f := range report.Findings {
		for _, e := range f.Evidences {
			_ = e.Text.Sum()
		}
		n++
	}
	if report.Components != nil {
		for c := range report.Components {
			for _, e := range c.Evidences {
				_ = e.Text.Sum()
			}
			n++
		}
	}
	return n, nil
}

// sbomComponents is the number of components of the measured SBOM.
const sbomComponents = 5_000

// measureSBOM imports a large SBOM with its dependency graph, for the first time and again.
func measureSBOM(b *bench) error {
	if _, err := b.call("POST", "/api/products/", object{"name": "sbom"}); err != nil {
		return err
	}
	report := sbomReport(sbomComponents, 60)
	b.row("sbom.cdx.json", fmt.Sprintf("%s, %d components", mib(int64(len(report))), sbomComponents))
	for _, round := range []struct {
		what  string
		limit time.Duration
	}{
		{"import of the SBOM with its dependency graph", 1500 * time.Millisecond},
		{"the same SBOM again", 500 * time.Millisecond},
	} {
		took, err := b.upload("sbom", "main", "sbom.cdx.json", report)
		if err != nil {
			return err
		}
		b.atMost(round.what, took, round.limit)
	}
	return nil
}
