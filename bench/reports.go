package main

import "fmt"

// gitleaksReport is a list of n leaks.
func gitleaksReport(n int, seed uint64) []byte {
	r := random(seed, 5)
	leaks := make([]object, n)
	for i := range leaks {
		line := 1 + r.IntN(2000)
		file := fmt.Sprintf("services/%s/internal/config_%d.go", packageName(r.IntN(packages)), r.IntN(400))
		commit := fmt.Sprintf("%040x", r.Uint64())
		leaks[i] = object{"RuleID": "generic-api-key", "Description": "Detected a Generic API Key, potentially exposing access to " + sentence(r, 8) + ".",
			"StartLine": line, "EndLine": line, "StartColumn": 4, "EndColumn": 60, "Match": "apiKey := \"REDACTED\"", "Secret": "REDACTED", "File": file, "SymlinkFile": "",
			"Commit": commit, "Link": fmt.Sprintf("https://git.example.com/shop/blob/%s/%s#L%d", commit, file, line), "Entropy": 3.5 + float64(r.IntN(100))/100,
			"Author": "A. Developer", "Email": "developer@example.com", "Date": "2026-01-02T08:00:00Z", "Message": sentence(r, 12), "Tags": []string{},
			"Fingerprint": fmt.Sprintf("%s:%s:generic-api-key:%d", commit, file, line)}
	}
	return mustMarshal(leaks)
}

// trivyReport is the report of an image with n vulnerabilities.
func trivyReport(n int, seed uint64) []byte {
	r := random(seed, 6)
	found := make([]object, n)
	for i := range found {
		at := r.IntN(len(vulnerabilities()))
		v, name := vulnerabilities()[at], packageName(at/vulnerabilitiesPer)
		version := fmt.Sprintf("1.%d.0", r.IntN(versions))
		found[i] = object{"VulnerabilityID": v.ID, "PkgID": name + "@" + version, "PkgName": name, "InstalledVersion": version, "FixedVersion": "2.0.0", "Status": "fixed",
			"PkgIdentifier": object{"PURL": "pkg:deb/debian/" + name + "@" + version, "UID": fmt.Sprintf("%016x", r.Uint64())},
			"Layer":         object{"DiffID": fmt.Sprintf("sha256:%064x", i)}, "SeveritySource": "debian", "PrimaryURL": v.Advisories[0].URL,
			"DataSource": object{"ID": "debian", "Name": "Debian Security Tracker", "URL": "https://salsa.example.com/security-tracker"},
			"Title":      name + ": " + sentence(r, 6), "Description": v.Description, "Severity": "HIGH", "CweIDs": []string{fmt.Sprintf("CWE-%d", v.CWEs[0])},
			"VendorSeverity": object{"nvd": 3, "redhat": 2}, "CVSS": object{"nvd": object{"V3Vector": v.Ratings[0].Vector, "V3Score": v.Ratings[0].Score}},
			"References": []string{v.Advisories[0].URL, v.Advisories[1].URL, "https://example.com/changes/" + name}, "PublishedDate": "2025-03-04T05:06:07Z",
			"LastModifiedDate": "2025-06-07T08:09:10Z"}
	}
	return mustMarshal(object{"SchemaVersion": 2, "CreatedAt": "2026-01-02T08:00:00Z", "ArtifactName": "registry.example.com/shop:1.0", "ArtifactType": "container_image",
		"Metadata": object{"OS": object{"Family": "debian", "Name": "12.9"}},
		"Results":  []object{{"Target": "registry.example.com/shop:1.0 (debian 12.9)", "Class": "os-pkgs", "Type": "debian", "Vulnerabilities": found}}})
}

// spdxReport is an SBOM of n packages in a tree: each depends on up to four others.
func spdxReport(n int, seed uint64) []byte {
	r := random(seed, 7)
	list := make([]object, n)
	var relationships []object
	id := func(i int) string { return fmt.Sprintf("SPDXRef-Package-npm-%d", i) }
	for i := range list {
		name, version := packageName(i%packages), fmt.Sprintf("%d.%d.0", i/packages, r.IntN(versions))
		list[i] = object{"name": name, "SPDXID": id(i), "versionInfo": version, "supplier": "NOASSERTION", "downloadLocation": "NOASSERTION", "filesAnalyzed": false,
			"sourceInfo": "acquired package info from installed node module manifest file: /app/node_modules/" + name + "/package.json", "licenseConcluded": "NOASSERTION",
			"licenseDeclared": "MIT", "copyrightText": "NOASSERTION", "externalRefs": []object{
				{"referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": fmt.Sprintf("cpe:2.3:a:%s:%s:%s:*:*:*:*:*:*:*", name, name, version)},
				{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:npm/" + name + "@" + version}}}
		if i > 0 {
			relationships = append(relationships, object{"spdxElementId": id((i - 1) / 4), "relatedSpdxElement": id(i), "relationshipType": "DEPENDS_ON"})
		}
	}
	return mustMarshal(object{"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": "shop", "documentNamespace": "https://spdx.example.com/shop",
		"creationInfo": object{"licenseListVersion": "3.27", "creators": []string{"Organization: Anchore, Inc", "Tool: syft-1.30.0"}, "created": "2026-01-02T08:00:00Z"},
		"packages":     list, "relationships": relationships})
}

// sbomReport is a CycloneDX SBOM of n components, with its graph and with what makes SBOMs large: hashes, properties and external references.
func sbomReport(n int, seed uint64) []byte {
	r := random(seed, 8)
	components, dependencies := make([]object, n), make([]object, n)
	ref := func(i int) string {
		return fmt.Sprintf("pkg:npm/%s@%d.0.0?package-id=%d", packageName(i%packages), i/packages, i)
	}
	for i := range components {
		name := packageName(i % packages)
		var properties []object
		for p := range 16 {
			properties = append(properties, object{"name": fmt.Sprintf("syft:location:%d:path", p), "value": fmt.Sprintf("/app/node_modules/%s/%s/package.json", name, packageName(r.IntN(packages)))})
		}
		components[i] = object{"bom-ref": ref(i), "type": "library", "author": "The authors of " + name, "name": name, "version": fmt.Sprintf("%d.0.0", i/packages),
			"description": sentence(r, 30), "licenses": []object{{"license": object{"id": "MIT"}}}, "cpe": "cpe:2.3:a:" + name + ":" + name + ":1.0.0:*:*:*:*:*:*:*",
			"purl": fmt.Sprintf("pkg:npm/%s@%d.0.0", name, i/packages), "hashes": []object{{"alg": "SHA-256", "content": fmt.Sprintf("%064x", r.Uint64())},
				{"alg": "SHA-512", "content": fmt.Sprintf("%0128x", r.Uint64())}}, "properties": properties,
			"externalReferences": []object{{"type": "vcs", "url": "https://git.example.com/" + name}, {"type": "website", "url": "https://example.com/" + name}}}
		children := []string{}
		for range r.IntN(8) {
			if i+1 < n {
				children = append(children, ref(i+1+r.IntN(min(n-i-1, 200))))
			}
		}
		dependencies[i] = object{"ref": ref(i), "dependsOn": children}
	}
	return mustMarshal(object{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": object{
		"tools":     object{"components": []object{{"type": "application", "name": "syft", "version": "1.30.0"}}},
		"component": object{"bom-ref": ref(0), "type": "application", "name": "shop", "version": "1.0"}}, "components": components, "dependencies": dependencies})
}
