package main

import (
	"fmt"
	"slices"
	"time"
)

const (
	exportedObservations = 20_000
	assessedObservations = 5000
	mostInBulk           = 250
	bulkProduct          = "Product of bulk actions"
)

// measureBulk exports all observations of a product and assesses many of them at once.
func measureBulk(b *bench) error {
	var product struct{ ID int }
	if err := b.post("/api/products/", object{"name": bulkProduct}, &product); err != nil {
		return err
	}
	for i := range exportedObservations / reportSize {
		if _, err := b.upload(bulkProduct, fmt.Sprintf("branch-%d", i), "scan.sarif", sarifReport(reportSize, uint64(500+i))); err != nil {
			return err
		}
	}
	if err := b.count(); err != nil {
		return err
	}
	for _, export := range []struct {
		what, path string
		limit      time.Duration
	}{
		{"Excel", "export_observations_excel", 3 * time.Second},
		{"CSV", "export_observations_csv", 3 * time.Second},
	} {
		begin := time.Now()
		if err := b.drain(fmt.Sprintf("/api/products/%d/%s/", product.ID, export.path)); err != nil {
			return err
		}
		b.atMost(fmt.Sprintf("%s export of %d observations", export.what, exportedObservations), time.Since(begin), export.limit)
	}
	return b.assessMany(product.ID)
}

// assessMany assesses observations, as many in each request as the API takes.
func (b *bench) assessMany(product int) error {
	var page struct{ Results []struct{ ID int } }
	if err := b.get(fmt.Sprintf("/api/observations/?product=%d&page_size=%d", product, assessedObservations), &page); err != nil {
		return err
	}
	ids := make([]int, 0, assessedObservations)
	for _, observation := range page.Results {
		ids = append(ids, observation.ID)
	}
	if len(ids) != assessedObservations {
		return fmt.Errorf("%d observations to assess, not %d", len(ids), assessedObservations)
	}
	begin := time.Now()
	for some := range slices.Chunk(ids, mostInBulk) {
		body := object{"observations": some, "severity": "Low", "status": "Not affected", "comment": "measured"}
		if _, err := b.call("POST", fmt.Sprintf("/api/products/%d/observations_bulk_assessment/", product), body); err != nil {
			return err
		}
	}
	b.atMost(fmt.Sprintf("bulk assessment of %d observations, %d per request", assessedObservations, mostInBulk), time.Since(begin), time.Second)
	return nil
}
