package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// The parts of CycloneDX that are kept (cyclonedx.org, version 1.6).
type (
	document struct {
		BOMFormat    string       `json:"bomFormat"`
		SpecVersion  string       `json:"specVersion"`
		SerialNumber string       `json:"serialNumber"`
		Version      int          `json:"version"`
		Metadata     metadata     `json:"metadata"`
		Components   []component  `json:"components"`
		Dependencies []dependency `json:"dependencies"`
	}
	metadata struct {
		Component component `json:"component"`
	}
	component struct {
		BOMRef   string          `json:"bom-ref"`
		Type     string          `json:"type"`
		Name     string          `json:"name"`
		Version  string          `json:"version,omitempty"`
		PURL     string          `json:"purl,omitempty"`
		Hashes   json.RawMessage `json:"hashes,omitempty"`
		Licenses []choice        `json:"licenses,omitempty"`
		Evidence *evidence       `json:"evidence,omitempty"`
	}
	evidence struct {
		Licenses []choice `json:"licenses,omitempty"`
	}
	choice struct {
		License    *license `json:"license,omitempty"`
		Expression string   `json:"expression,omitempty"`
	}
	license struct {
		ID   string `json:"id,omitempty"`
		Name string `json:"name,omitempty"`
	}
	dependency struct {
		Ref       string   `json:"ref"`
		DependsOn []string `json:"dependsOn,omitempty"`
	}
)

// known are licenses that the tools do not recognise, read in the files of the components.
var known = map[string]string{"github.com/package-url/packageurl-go": "MIT", "css-mediaquery": "BSD-3-Clause"}

// misread is what cyclonedx-gomod takes the license of the modules of the Go project for; it is BSD-3-Clause.
const misread = "BSD-Source-Code"

// join makes one document. What is only true of one run, times and random numbers, is left out, so that the same product gives the same file.
func join(server, ui *document) *document {
	root := component{BOMRef: "secobserve", Type: "application", Name: "secobserve"}
	d := &document{BOMFormat: "CycloneDX", SpecVersion: "1.6", Version: 1, Metadata: metadata{root}}
	uses := dependency{Ref: root.BOMRef}
	for _, part := range []*document{server, ui} {
		own := part.Metadata.Component.BOMRef
		for _, c := range part.Components {
			if c.Type != "library" {
				continue // files, and the standard library's toolchain as an application
			}
			d.Components = append(d.Components, c.licensed())
		}
		for _, one := range part.Dependencies {
			if one.Ref == own {
				uses.DependsOn = append(uses.DependsOn, one.DependsOn...)
				continue
			}
			d.Dependencies = append(d.Dependencies, one)
		}
	}
	d.Dependencies = append(d.Dependencies, uses)
	slices.SortFunc(d.Components, func(a, b component) int { return cmp.Compare(a.PURL, b.PURL) })
	slices.SortFunc(d.Dependencies, func(a, b dependency) int { return cmp.Compare(a.Ref, b.Ref) })
	d.SerialNumber = d.serial()
	return d
}

// licensed says the licenses that were found in the module's files as those of the component.
func (c component) licensed() component {
	if len(c.Licenses) == 0 && c.Evidence != nil {
		c.Licenses = c.Evidence.Licenses
	}
	if id := known[c.Name]; len(c.Licenses) == 0 && id != "" {
		c.Licenses = []choice{{License: &license{ID: id}}}
	}
	for _, found := range c.Licenses {
		if strings.HasPrefix(c.Name, "golang.org/x/") && found.License != nil && found.License.ID == misread {
			found.License.ID = "BSD-3-Clause"
		}
	}
	c.Evidence = nil
	return c
}

// serial is a UUID made of the content (RFC 9562, version 8).
func (d *document) serial() string {
	h := sha256.New()
	for _, c := range d.Components {
		fmt.Fprintln(h, c.PURL)
	}
	sum := h.Sum(nil)
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// terms are the licenses of a component as a text.
func (c component) terms() string {
	var all []string
	for _, choice := range c.Licenses {
		switch {
		case choice.Expression != "":
			all = append(all, choice.Expression)
		case choice.License != nil:
			all = append(all, cmp.Or(choice.License.ID, choice.License.Name))
		}
	}
	return strings.Join(all, ", ")
}
