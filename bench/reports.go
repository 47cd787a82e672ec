package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
)

var words = []string{"improper", "neutralisation", "of", "input", "allows", "remote", "attackers", "to", "execute", "arbitrary", "code", "via", "a", "crafted",
	"request", "in", "the", "parser", "component", "memory", "buffer", "overflow", "credentials", "token", "header", "session"}

func sentence(r *rand.Rand, n int) string {
	s := ""
	for range n {
		s += words[r.IntN(len(words))] + " "
	}
	return s
}

type object = map[string]any

// sarifReport makes a SARIF report with n findings of 200 rules; seed makes reports differ.
func sarifReport(n int, seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 1))
	rules := make([]object, 200)
	for i := range rules {
		rules[i] = object{"id": fmt.Sprintf("RULE-%03d", i), "name": fmt.Sprintf("rule-%d-%s", i, words[i%len(words)]), "helpUri": "https://example.com/rules/" + fmt.Sprint(i),
			"shortDescription": object{"text": sentence(r, 8)}, "fullDescription": object{"text": sentence(r, 40)},
			"properties": object{"tags": []string{"security", fmt.Sprintf("CWE-%d: x", 20+i)}, "precision": "high"}}
	}
	results := make([]object, n)
	levels := []string{"error", "warning", "note"}
	for i := range results {
		line := 1 + r.IntN(2000)
		results[i] = object{"ruleId": rules[i%200]["id"], "ruleIndex": i % 200, "level": levels[r.IntN(3)], "message": object{"text": sentence(r, 15)},
			"locations": []object{{"physicalLocation": object{"artifactLocation": object{"uri": fmt.Sprintf("src/module%d/package%d/file%d.go", i%20, i%300, i%3000)},
				"region": object{"startLine": line, "endLine": line + i%3, "snippet": object{"text": "value := compute(" + sentence(r, 4) + ")"}}}}},
			"partialFingerprints": object{"primaryLocationLineHash": fmt.Sprintf("%016x:1", r.Uint64())}, "properties": object{"confidence": "MEDIUM", "number": i}}
	}
	return marshal(object{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
		"runs": []object{{"tool": object{"driver": object{"name": "benchscan", "version": "1.0", "rules": rules}}, "results": results}}})
}

// cyclonedxReport makes a CycloneDX report with n vulnerabilities of a tenth as many components.
func cyclonedxReport(n int, seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 2))
	components, dependencies := make([]object, max(1, n/10)), []object{}
	for i := range components {
		name := fmt.Sprintf("library-%d-%d", seed, i)
		components[i] = object{"bom-ref": "ref-" + name, "type": "library", "name": name, "version": fmt.Sprintf("1.%d.%d", i%9, i%7),
			"purl": "pkg:npm/" + name + fmt.Sprintf("@1.%d.%d", i%9, i%7), "licenses": []object{{"license": object{"id": "MIT"}}}}
		if i > 0 {
			dependencies = append(dependencies, object{"ref": components[i/4]["bom-ref"], "dependsOn": []any{components[i]["bom-ref"]}})
		}
	}
	vulnerabilities := make([]object, n)
	vectors := []string{"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:L/A:N", "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N"}
	for i := range vulnerabilities {
		vulnerabilities[i] = object{"id": fmt.Sprintf("CVE-2026-%d", 10000+i/2), "description": sentence(r, 40), "recommendation": "Upgrade to version 1.9.9",
			"ratings": []object{{"score": 7.5, "severity": "high", "method": "CVSSv31", "vector": vectors[i%3]}},
			"cwes":    []int{79}, "advisories": []object{{"url": fmt.Sprintf("https://example.com/advisories/%d", i)}},
			"affects": []object{{"ref": components[i%len(components)]["bom-ref"]}}}
	}
	return marshal(object{"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", "version": 1,
		"metadata":   object{"tools": object{"components": []object{{"type": "application", "name": "benchsca", "version": "2.0"}}}},
		"components": components, "dependencies": dependencies, "vulnerabilities": vulnerabilities})
}

func marshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // maps of texts and numbers
	}
	return b
}
