package db

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/model"
)

// BenchmarkDelete deletes a branch with 100,000 observations, each with a history entry and an evidence, beside another one of that size.
func BenchmarkDelete(b *testing.B) {
	const size = 100_000
	for b.Loop() {
		b.StopTimer()
		s, err := Open(filepath.Join(b.TempDir(), "data.db"))
		if err != nil {
			b.Fatal(err)
		}
		if err := fillBranches(s, size); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		if err := s.Update(context.Background(), func(tx *Tx) error { return Branches.DeleteAll(tx, roaring.BitmapOf(1)) }); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}

// fillBranches stores a product with two branches of so many observations each.
func fillBranches(s *Store, size int) error {
	branches := []*model.Branch{{Name: "one", Product: 1}, {Name: "two", Product: 1}}
	err := s.Update(context.Background(), func(tx *Tx) error {
		return errors.Join(Products.Insert(tx, &model.Product{Name: "Shop"}), Parsers.Insert(tx, &model.Parser{Name: "SARIF"}),
			Branches.Insert(tx, branches[0]), Branches.Insert(tx, branches[1]))
	})
	const batch = 5000
	for i := 0; i < 2*size && err == nil; i += batch {
		err = s.Update(context.Background(), func(tx *Tx) error {
			for j := i; j < i+batch; j++ {
				if err := fillObservation(tx, branches[j/size], 1, j%size); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return err
}

func fillObservation(tx *Tx, b *model.Branch, parser model.ID, i int) error {
	o := &model.Observation{Product: b.Product, Branch: b.ID, Parser: parser, Title: fmt.Sprint("CVE-2026-", i%20_000),
		Description: strings.Repeat("something may overflow ", 20), CurrentStatus: model.StatusOpen, ParserStatus: model.StatusOpen,
		CurrentSeverity: model.SeverityHigh, ParserSeverity: model.SeverityHigh, Scanner: "scan / 1.0", UploadFilename: "report.json",
		OriginComponentName: fmt.Sprint("lib", i%5000), OriginComponentVersion: "1.0", OriginComponentNameVersion: fmt.Sprint("lib", i%5000, ":1.0"),
		OriginComponentPURL: fmt.Sprint("pkg:npm/lib", i%5000, "@1.0"), OriginComponentPURLType: "npm",
		References: []model.Reference{{ID: model.ID(i + 1), URL: "https://example.com/advisory"}}}
	o.Normalise()
	o.IdentityHash = o.Hash("")
	if err := Observations.Insert(tx, o); err != nil {
		return err
	}
	if err := ObservationLogs.Insert(tx, &model.ObservationLog{Observation: o.ID, Comment: "Set by parser", Status: model.StatusOpen}); err != nil {
		return err
	}
	text := fmt.Sprint("entry ", b.ID, i, strings.Repeat(" of the report", 30))
	sum := sha256.Sum256([]byte(text))
	if err := PutText(tx, [16]byte(sum[:16]), func() string { return text }); err != nil {
		return err
	}
	return Evidences.Insert(tx, &model.Evidence{Observation: o.ID, Name: "Entry", Text: sum[:16]})
}
