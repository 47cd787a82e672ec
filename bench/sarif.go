package main

import (
	"encoding/json"
	"fmt"
	"sync"
)

// The parts of SARIF that reports of the benchmark have; the floor decodes into the same types.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string    `json:"id"`
		Name             string    `json:"name"`
		HelpURI          string    `json:"helpUri"`
		ShortDescription sarifText `json:"shortDescription"`
		FullDescription  sarifText `json:"fullDescription"`
		Properties       struct {
			Tags      []string `json:"tags"`
			Precision string   `json:"precision"`
		} `json:"properties"`
	}
	sarifResult struct {
		RuleID              string            `json:"ruleId"`
		RuleIndex           int               `json:"ruleIndex"`
		Level               string            `json:"level"`
		Message             sarifText         `json:"message"`
		Locations           []sarifLocation   `json:"locations"`
		PartialFingerprints map[string]string `json:"partialFingerprints"`
		Properties          struct {
			Confidence string `json:"confidence"`
		} `json:"properties"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		PhysicalLocation struct {
			ArtifactLocation struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region sarifRegion `json:"region"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct {
		StartLine int       `json:"startLine"`
		EndLine   int       `json:"endLine"`
		Snippet   sarifText `json:"snippet"`
	}
)

// sarifRules are the 200 rules of the scanner.
var sarifRules = sync.OnceValue(func() []sarifRule {
	r := random(1, 1)
	rules := make([]sarifRule, 200)
	for i := range rules {
		id := fmt.Sprintf("RULE-%03d", i)
		rules[i] = sarifRule{ID: id, Name: fmt.Sprintf("rule-%d-%s", i, words[i%len(words)]), HelpURI: "https://example.com/rules/" + id,
			ShortDescription: sarifText{sentence(r, 8)}, FullDescription: sarifText{sentence(r, 40)}}
		rules[i].Properties.Tags = []string{"security", fmt.Sprintf("CWE-%d: %s", 20+i, sentence(r, 3))}
		rules[i].Properties.Precision = "high"
	}
	return rules
})

// sarifReport makes a SARIF report with n findings; seed makes reports differ.
func sarifReport(n int, seed uint64) []byte {
	r := random(seed, 2)
	rules, levels := sarifRules(), []string{"error", "warning", "note"}
	run := sarifRun{Results: make([]sarifResult, n)}
	run.Tool.Driver = sarifDriver{Name: "benchscan", Version: "1.0", Rules: rules}
	for i := range run.Results {
		var at sarifLocation
		at.PhysicalLocation.ArtifactLocation.URI = fmt.Sprintf("src/module%d/package%d/file%d.go", i%20, i%300, i%3000)
		line := 1 + i/3000*2000 + r.IntN(2000) // no two results have the same rule, file and line
		at.PhysicalLocation.Region = sarifRegion{line, line + i%3, sarifText{"value := compute(" + sentence(r, 4) + ")"}}
		result := &run.Results[i]
		*result = sarifResult{RuleID: rules[i%len(rules)].ID, RuleIndex: i % len(rules), Level: levels[r.IntN(3)], Message: sarifText{sentence(r, 15)},
			Locations: []sarifLocation{at}, PartialFingerprints: map[string]string{"primaryLocationLineHash": fmt.Sprintf("%016x:1", r.Uint64())}}
		result.Properties.Confidence = "MEDIUM"
	}
	return mustMarshal(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func mustMarshal(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return text
}
