package demo

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"time"

	"secobserve/db"
	"secobserve/importer"
	"secobserve/model"
	"secobserve/parsers"
)

// product is a product while its data are made.
type product struct {
	number   int
	id       model.ID
	branches []branch
}

type branch struct {
	id           model.ID
	observations int
}

// scanner is a tool that scans the products.
type scanner struct {
	parser, name, file string
	percent            int // of the observations of a branch; the last scanner finds the rest
	findings           func(p *product, n int) iter.Seq[*parsers.Finding]
}

var scanners = []scanner{
	{"CycloneDX", "bomscan / 2.4.0", "bom.cdx.json", 55, packageFindings},
	{"SARIF", "codescan / 1.9.2", "code.sarif", 25, each(func(r *rand.Rand, _ *product, number int) model.Observation { return codeFinding(r, number) })},
	{"Gitleaks", "Gitleaks", "secrets.json", 5, each(func(r *rand.Rand, _ *product, number int) model.Observation { return secretFinding(r, number) })},
	{"Kubescape", "Kubescape", "cluster.json", 8, each(func(_ *rand.Rand, p *product, number int) model.Observation { return clusterFinding(p.number, number) })},
	{"ZAP", "ZAP / 2.16.0", "web.json", 7, each(func(_ *rand.Rand, p *product, number int) model.Observation { return webFinding(p.number, number) })},
}

// each makes findings one by one.
func each(finding func(*rand.Rand, *product, int) model.Observation) func(*product, int) iter.Seq[*parsers.Finding] {
	return func(p *product, n int) iter.Seq[*parsers.Finding] {
		return func(yield func(*parsers.Finding) bool) {
			r := random("scan", p.number)
			for i := range n {
				if !yield(&parsers.Finding{Observation: finding(r, p, i)}) {
					return
				}
			}
		}
	}
}

// scan imports the reports of all scanners for all branches of a product. A later scan finds about a twelfth less: what was fixed.
func (f *filler) scan(tx *db.Tx, p *product, at time.Time, later bool) error {
	row, err := db.Products.Get(tx, p.id)
	if err != nil {
		return err
	}
	for _, b := range p.branches {
		left := b.observations
		for i, s := range scanners {
			n := b.observations * s.percent / 100
			if i == len(scanners)-1 {
				n = left
			}
			left -= n
			if n == 0 {
				continue
			}
			if err := f.upload(tx, row, p, b, s, n, at, later); err != nil {
				return fmt.Errorf("import %s: %w", s.file, err)
			}
		}
	}
	return nil
}

func (f *filler) upload(tx *db.Tx, row *model.Product, p *product, b branch, s scanner, n int, at time.Time, later bool) error {
	parser, err := db.Parsers.Find(tx, "name", db.Key(s.parser))
	if err != nil {
		return fmt.Errorf("find the parser %s: %w", s.parser, err)
	}
	report := &parsers.Report{Scanner: s.name, Findings: s.findings(p, n)}
	if s.parser == "CycloneDX" {
		report.Components = packageComponents(p, n)
	}
	if later {
		report.Findings = withoutFixed(report.Findings, p.number)
	}
	result, err := importer.Import(tx, importer.Request{Product: row, Branch: b.id, Filename: s.file, Kind: model.ImportObservations, Parser: parser,
		Report: report, Size: int64(n) * 900, User: f.people.pipeline, Now: model.TimeOf(at), Today: model.DateOf(at)})
	f.summary.Imports++
	f.summary.Observations += result.New
	return err
}

// withoutFixed leaves out what has been fixed since the first scan.
func withoutFixed(findings iter.Seq[*parsers.Finding], product int) iter.Seq[*parsers.Finding] {
	return func(yield func(*parsers.Finding) bool) {
		i := product
		for finding := range findings {
			i++
			if i%12 != 0 && !yield(finding) {
				return
			}
		}
	}
}
