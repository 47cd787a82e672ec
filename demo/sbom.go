package demo

import (
	"fmt"
	"iter"
	"strings"

	"secobserve/model"
	"secobserve/parsers"
)

// cleanPackages is how many packages without vulnerabilities a product uses besides.
const cleanPackages = 24

// used is a package in the version that a product uses.
type used struct {
	*pack
	version string
}

// usedPackages are the vulnerable packages of a product, in an order of its own.
func usedPackages(p *product) iter.Seq[used] {
	return func(yield func(used) bool) {
		r := random("packages", p.number)
		for _, i := range r.Perm(vulnerablePackages) {
			of := &packages()[i]
			if !yield(used{of, of.version(r.IntN(versions))}) {
				return
			}
		}
	}
}

// packageFindings are n vulnerabilities of the packages of a product.
func packageFindings(p *product, n int) iter.Seq[*parsers.Finding] {
	return func(yield func(*parsers.Finding) bool) {
		left := n
		for u := range usedPackages(p) {
			for _, v := range u.vulnerabilities {
				if left == 0 || !yield(u.finding(&v)) {
					return
				}
				left--
			}
		}
	}
}

func (u used) finding(v *vulnerability) *parsers.Finding {
	f := &parsers.Finding{Observation: model.Observation{
		Title: v.id, VulnerabilityID: v.id, Description: v.description, CVSS3Vector: v.vector, CWE: &v.cwe, OriginComponentName: u.name, OriginComponentVersion: u.version,
		OriginComponentType: u.componentType(), OriginComponentPURL: u.purl(u.version), OriginComponentDependencies: u.dependencies(),
	}, References: []string{"https://example.com/advisories/" + v.id}}
	if v.fixable {
		f.Observation.Recommendation = fmt.Sprintf("Upgrade %s to version %s.", u.name, v.fixed)
	}
	return f
}

// dependencies tell through which package the product uses this one; those of package managers of systems have none.
func (u used) dependencies() string {
	if u.kind == "deb" {
		return ""
	}
	through := packages()[vulnerablePackages+len(u.name)*7%cleanPackages]
	return fmt.Sprintf("%s:%s --> %s:%s", through.name, through.version(1), u.name, u.version)
}

// packageComponents are the packages that have the first n vulnerabilities of a product, and some without vulnerabilities.
func packageComponents(p *product, n int) iter.Seq[*parsers.Component] {
	return func(yield func(*parsers.Component) bool) {
		left := n
		for u := range usedPackages(p) {
			if left <= 0 {
				break
			}
			left -= len(u.vulnerabilities)
			if !yield(u.component(u.dependencies())) {
				return
			}
		}
		for i := range cleanPackages {
			of := &packages()[vulnerablePackages+i]
			if !yield(used{of, of.version(1)}.component("")) {
				return
			}
		}
	}
}

func (u used) component(dependencies string) *parsers.Component {
	c := &parsers.Component{Name: u.name, Version: u.version, PURL: u.purl(u.version), Type: u.componentType(), DeclaredLicenses: u.licenses, Dependencies: dependencies}
	if u.kind == "deb" {
		c.CPE = fmt.Sprintf("cpe:2.3:a:%s:%s:%s:*:*:*:*:*:*:*", u.name, u.name, strings.ReplaceAll(u.version, ":", `\:`))
	}
	return c
}
