package main

import (
	"fmt"
)

// The reports that fill the server: of each product's branches one scan of the code and one of the components.
const (
	reportSize     = 5000
	branchesPerRun = 2
)

func productName(i int) string { return fmt.Sprintf("Product %03d", i) }

// fill brings the server to n observations by imports, half of them from SARIF, half from CycloneDX reports.
func (b *bench) fill(n int) error {
	if err := b.count(); err != nil {
		return err
	}
	if b.stored > n {
		return fmt.Errorf("%d are stored already", b.stored)
	}
	if b.stored == 0 {
		if err := b.createProducts(products); err != nil {
			return err
		}
	}
	for b.stored < n {
		seed := b.stored
		size := min(reportSize, n-seed)
		number := seed / reportSize
		name, report := "code.sarif", sarifReport(size, uint64(seed))
		if number%2 == 1 {
			name, report = "components.cdx.json", cyclonedxReport(size, uint64(seed))
		}
		// Neighbouring reports go to different products; a small first one gets a name of its own.
		if _, err := b.upload(productName(number%products), fmt.Sprintf("branch-%d-%d", number/products, seed%reportSize), name, report); err != nil {
			return err
		}
		b.stored += size
	}
	return b.count()
}

func (b *bench) createProducts(n int) error {
	for i := range n {
		if _, err := b.call("POST", "/api/products/", object{"name": productName(i)}); err != nil {
			return err
		}
	}
	return nil
}

// count asks the server how many observations it has.
func (b *bench) count() error {
	var page struct{ Count int }
	err := b.get("/api/observations/?page_size=1", &page)
	b.stored = page.Count
	return err
}
