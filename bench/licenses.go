package main

import (
	"encoding/json"
	"fmt"
	"time"
)

const (
	licensedProduct    = "Product with licenses"
	licensedBranches   = 20
	licensedComponents = 10_000 // of each branch
)

// licenseClaims are what the components of the measured SBOMs say of their licenses, in turns.
var licenseClaims = []object{
	{"license": object{"id": "MIT"}}, {"license": object{"id": "Apache-2.0"}}, {"license": object{"id": "BSD-3-Clause"}}, {"license": object{"id": "ISC"}},
	{"license": object{"id": "MIT"}}, {"license": object{"id": "LGPL-2.1-only"}}, {"license": object{"id": "GPL-3.0-only"}}, {"license": object{"name": "The Acme License"}},
	{"expression": "MIT OR Apache-2.0"}, {"expression": "(MIT AND BSD-3-Clause) OR GPL-2.0-only"},
}

// inventory is a CycloneDX SBOM without dependencies.
func inventory(n int, seed uint64) []byte {
	r := random(seed, 9)
	components := make([]object, n)
	for i := range components {
		name, version := packageName(i%packages), fmt.Sprintf("%d.%d.0", i/packages, r.IntN(20))
		components[i] = object{"bom-ref": fmt.Sprintf("c%d", i), "type": "library", "name": name, "version": version, "licenses": []object{licenseClaims[r.IntN(len(licenseClaims))]},
			"purl": fmt.Sprintf("pkg:npm/%s@%s", name, version)}
	}
	return mustMarshal(object{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": components})
}

// measureLicenses fills a product with 200,000 license components, assigns a policy to it, changes the policy and asks for lists.
func measureLicenses(b *bench) error {
	var product, policy struct{ ID int }
	if err := b.post("/api/products/", object{"name": licensedProduct}, &product); err != nil {
		return err
	}
	for i := range licensedBranches {
		if _, err := b.upload(licensedProduct, fmt.Sprintf("branch-%d", i), "bom.cdx.json", inventory(licensedComponents, uint64(200+i))); err != nil {
			return err
		}
	}
	b.stored = licensedBranches * licensedComponents
	if err := b.post("/api/license_policies/", object{"name": "Measured"}, &policy); err != nil {
		return err
	}
	for claim, result := range map[string]string{"MIT": "Allowed", "Apache-2.0": "Allowed", "GPL-3.0-only": "Forbidden", "LGPL-2.1-only": "Review required"} {
		if err := b.addRule(policy.ID, claim, result); err != nil {
			return err
		}
	}
	begin := time.Now()
	if _, err := b.call("PATCH", fmt.Sprintf("/api/products/%d/", product.ID), object{"license_policy": policy.ID}); err != nil {
		return err
	}
	b.atMost(fmt.Sprintf("license policy assigned to a product with %d components", b.stored), time.Since(begin), 5*time.Second)
	begin = time.Now()
	if err := b.addRule(policy.ID, "BSD-3-Clause", "Forbidden"); err != nil {
		return err
	}
	b.atMost("another item of the license policy", time.Since(begin), 5*time.Second)
	for _, page := range []struct {
		what, path string
		limit      time.Duration
	}{
		{"page of 25 license components by evaluation, p95", "/api/license_components/?ordering=evaluation_result&page_size=25", 15 * time.Millisecond},
		{"page of 25 license components of a license and an evaluation, p95", "/api/license_components/?effective_license_name=mit&evaluation_result=Allowed&ordering=component_name_version_type&page_size=25", 15 * time.Millisecond},
		{"license overview of a branch, p95", fmt.Sprintf("/api/license_components/license_overview/?product=%d&branch=1", product.ID), 30 * time.Millisecond},
		{"license overview of a product, p95", fmt.Sprintf("/api/license_components/license_overview/?product=%d", product.ID), 30 * time.Millisecond},
	} {
		_, p95, err := b.latency(page.path, 100)
		if err != nil {
			return err
		}
		b.atMost(page.what, p95, page.limit)
	}
	return nil
}

// addRule adds an item for a license to a license policy.
func (b *bench) addRule(policy int, spdxID, result string) error {
	content, err := b.call("GET", "/api/licenses/?page_size=100&spdx_id="+spdxID, nil)
	if err != nil {
		return err
	}
	var page struct {
		Results []struct {
			ID     int
			SPDXID string `json:"spdx_id"`
		}
	}
	if err := json.Unmarshal(content, &page); err != nil {
		return err
	}
	for _, license := range page.Results {
		if license.SPDXID == spdxID {
			_, err := b.call("POST", "/api/license_policy_items/", object{"license_policy": policy, "license": license.ID, "evaluation_result": result})
			return err
		}
	}
	return fmt.Errorf("the catalogue does not hold %s", spdxID)
}
