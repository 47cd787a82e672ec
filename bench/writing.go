package main

import (
	"fmt"
	"time"
)

// measureWriting asks for pages while a large import is written, then deletes what was imported.
func measureWriting(b *bench) error {
	const product, branch = "Product 000", "scratch"
	report := sarifReport(importSize, 77)
	_, quiet, err := b.latency(filteredList, 200)
	if err != nil {
		return err
	}
	done, failed := make(chan struct{}), error(nil)
	go func() {
		defer close(done)
		_, failed = b.upload(product, branch, "scratch.sarif", report)
	}()
	p50, p95, err := b.latencyDuring(filteredList, done)
	if err != nil {
		return err
	}
	if failed != nil {
		return failed
	}
	b.row(fmt.Sprintf("page with three filters during an import of %d findings", importSize), fmt.Sprintf("p50 %s, p95 %s (p95 without: %s)", ms(p50), ms(p95), ms(quiet)))
	var branches struct{ Results []struct{ ID int } }
	if err := b.get("/api/branches/?name="+branch, &branches); err != nil {
		return err
	}
	begin := time.Now()
	for _, found := range branches.Results {
		if _, err := b.call("DELETE", fmt.Sprintf("/api/branches/%d/", found.ID), nil); err != nil {
			return err
		}
	}
	b.row(fmt.Sprintf("delete of a branch with %d observations", importSize), ms(time.Since(begin)))
	return nil
}
