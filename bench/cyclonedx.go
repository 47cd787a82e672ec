package main

import (
	"fmt"
	"sync"
)

// The parts of CycloneDX that reports of the benchmark have; the floor decodes into the same types.
type (
	cyclonedxBOM struct {
		BOMFormat    string `json:"bomFormat"`
		SpecVersion  string `json:"specVersion"`
		SerialNumber string `json:"serialNumber"`
		Metadata     struct {
			Tools struct {
				Components []cyclonedxComponent `json:"components"`
			} `json:"tools"`
			Component cyclonedxComponent `json:"component"`
		} `json:"metadata"`
		Components      []cyclonedxComponent     `json:"components"`
		Dependencies    []cyclonedxDependency    `json:"dependencies"`
		Vulnerabilities []cyclonedxVulnerability `json:"vulnerabilities"`
	}
	cyclonedxComponent struct {
		BOMRef   string             `json:"bom-ref,omitempty"`
		Type     string             `json:"type"`
		Name     string             `json:"name"`
		Version  string             `json:"version"`
		PURL     string             `json:"purl,omitempty"`
		Licenses []cyclonedxLicense `json:"licenses,omitempty"`
	}
	cyclonedxLicense struct {
		License struct {
			ID string `json:"id"`
		} `json:"license"`
	}
	cyclonedxDependency struct {
		Ref       string   `json:"ref"`
		DependsOn []string `json:"dependsOn"`
	}
	cyclonedxVulnerability struct {
		ID             string              `json:"id"`
		Description    string              `json:"description"`
		Recommendation string              `json:"recommendation"`
		Ratings        []cyclonedxRating   `json:"ratings"`
		CWEs           []int               `json:"cwes"`
		Advisories     []cyclonedxAdvisory `json:"advisories"`
		Affects        []cyclonedxAffected `json:"affects"`
	}
	cyclonedxRating struct {
		Score    float64 `json:"score"`
		Severity string  `json:"severity"`
		Method   string  `json:"method"`
		Vector   string  `json:"vector"`
	}
	cyclonedxAdvisory struct {
		URL string `json:"url"`
	}
	cyclonedxAffected struct {
		Ref string `json:"ref"`
	}
)

// The world that the reports are about: packages, each with versions and with vulnerabilities.
const (
	packages           = 6000
	versions           = 9
	vulnerabilitiesPer = 10 // of a package
)

var vectors = []struct {
	vector, severity string
	score            float64
}{
	{"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "critical", 9.8},
	{"CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:L/A:N", "medium", 4.2},
	{"CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N", "medium", 5.5},
	{"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H", "high", 7.5},
}

// vulnerabilities are those of all packages, in the order of the packages.
var vulnerabilities = sync.OnceValue(func() []cyclonedxVulnerability {
	r := random(1, 3)
	all := make([]cyclonedxVulnerability, packages*vulnerabilitiesPer)
	for i := range all {
		id, v := fmt.Sprintf("CVE-20%02d-%d", 10+i%17, 1000+i), vectors[r.IntN(len(vectors))]
		all[i] = cyclonedxVulnerability{ID: id, Description: sentence(r, 30+r.IntN(40)), Recommendation: fmt.Sprintf("Upgrade %s to version 2.%d.0", packageName(i/vulnerabilitiesPer), i%40),
			Ratings: []cyclonedxRating{{v.score, v.severity, "CVSSv31", v.vector}}, CWEs: []int{20 + i%800},
			Advisories: []cyclonedxAdvisory{{"https://nvd.example.com/vuln/detail/" + id}, {"https://example.com/advisories/" + id}}}
	}
	return all
})

func packageName(i int) string {
	return fmt.Sprintf("%s-%s-%d", words[i%len(words)], words[i/len(words)%len(words)], i)
}

var ecosystems = []string{"npm", "maven", "pypi", "golang", "deb"}

// cyclonedxReport makes a CycloneDX report with n vulnerabilities of a tenth as many components; seed chooses them.
func cyclonedxReport(n int, seed uint64) []byte {
	r := random(seed, 4)
	var bom cyclonedxBOM
	bom.BOMFormat, bom.SpecVersion = "CycloneDX", "1.6"
	bom.SerialNumber = fmt.Sprintf("urn:uuid:3e671687-395b-41f5-a30f-%012x", seed)
	bom.Metadata.Tools.Components = []cyclonedxComponent{{Type: "application", Name: "benchsca", Version: "2.0"}}
	bom.Metadata.Component = cyclonedxComponent{BOMRef: "root", Type: "application", Name: "shop", Version: "1.0"}
	wanted := (n + vulnerabilitiesPer - 1) / vulnerabilitiesPer
	for _, number := range r.Perm(packages)[:wanted] {
		c := component(number, r.IntN(versions))
		bom.Components = append(bom.Components, c)
		for _, v := range vulnerabilities()[number*vulnerabilitiesPer : (number+1)*vulnerabilitiesPer] {
			if len(bom.Vulnerabilities) == n {
				break
			}
			v.Affects = []cyclonedxAffected{{c.BOMRef}}
			bom.Vulnerabilities = append(bom.Vulnerabilities, v)
		}
	}
	bom.Dependencies = dependencies(bom.Components)
	return mustMarshal(bom)
}

// dependencies makes a tree: the root needs the first component, each component up to four others.
func dependencies(components []cyclonedxComponent) []cyclonedxDependency {
	tree := []cyclonedxDependency{{"root", []string{components[0].BOMRef}}}
	for i, c := range components {
		var children []string
		for child := 4*i + 1; child <= 4*i+4 && child < len(components); child++ {
			children = append(children, components[child].BOMRef)
		}
		if children != nil {
			tree = append(tree, cyclonedxDependency{c.BOMRef, children})
		}
	}
	return tree
}

func component(number, version int) cyclonedxComponent {
	name, text := packageName(number), fmt.Sprintf("1.%d.%d", version, number%7)
	c := cyclonedxComponent{BOMRef: fmt.Sprintf("%d-%s", number, text), Type: "library", Name: name, Version: text,
		PURL: fmt.Sprintf("pkg:%s/%s@%s", ecosystems[number%len(ecosystems)], name, text), Licenses: make([]cyclonedxLicense, 1)}
	c.Licenses[0].License.ID = "MIT"
	return c
}
