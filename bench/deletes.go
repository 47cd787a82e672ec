package main

import (
	"encoding/json"
	"fmt"
	"time"
)

const (
	deletedProduct      = "Product to delete"
	deletedObservations = 100_000
	manyBranches        = 1000
)

// measureDeletes deletes all of a product with 100,000 observations, in the way that the API knows: the branches with what is on them, then
// the product. Before, it asks for pages of the product's branches.
func measureDeletes(b *bench) error {
	var product struct{ ID int }
	if err := b.post("/api/products/", object{"name": deletedProduct}, &product); err != nil {
		return err
	}
	for i := range deletedObservations / importSize {
		if _, err := b.upload(deletedProduct, fmt.Sprintf("full-%d", i), "scan.sarif", sarifReport(importSize, uint64(100+i))); err != nil {
			return err
		}
	}
	for i := range manyBranches {
		if _, err := b.call("POST", "/api/branches/", object{"product": product.ID, "name": fmt.Sprintf("empty-%d", i)}); err != nil {
			return err
		}
	}
	if err := b.count(); err != nil {
		return err
	}
	_, p95, err := b.latency(fmt.Sprintf("/api/branches/?product=%d&ordering=-last_import", product.ID), 200)
	if err != nil {
		return err
	}
	b.atMost(fmt.Sprintf("page of 25 of %d branches with live counts, p95", manyBranches), p95, 20*time.Millisecond)
	return b.deleteProduct(product.ID)
}

// deleteProduct deletes the branches with observations, the default one included, and the product.
func (b *bench) deleteProduct(product int) error {
	var branches struct{ Results []struct{ ID int } }
	if err := b.get(fmt.Sprintf("/api/branches/?product=%d&search=full-&page_size=1000", product), &branches); err != nil {
		return err
	}
	begin := time.Now()
	for _, branch := range branches.Results {
		path := fmt.Sprintf("/api/branches/%d/", branch.ID)
		if _, err := b.call("PATCH", path, object{"is_default_branch": false}); err != nil {
			return err
		}
		if _, err := b.call("DELETE", path, nil); err != nil {
			return err
		}
	}
	if _, err := b.call("DELETE", fmt.Sprintf("/api/products/%d/", product), nil); err != nil {
		return err
	}
	b.atMost(fmt.Sprintf("delete of a product with %d observations", deletedObservations), time.Since(begin), 5*time.Second)
	return nil
}

// post sends an object and decodes the answer.
func (b *bench) post(path string, body object, into any) error {
	content, err := b.call("POST", path, body)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, into)
}
