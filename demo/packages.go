package demo

import (
	"fmt"
	"sync"

	"secobserve/model"
)

// pack is a package of an ecosystem.
type pack struct {
	name, kind      string // kind is the type of the purl
	licenses        []string
	vulnerabilities []vulnerability // none for most
}

type vulnerability struct {
	id, title, description, vector string
	cwe                            int
	fixed                          string
	fixable                        bool
}

func (p *pack) version(number int) string { return fmt.Sprintf("1.%d.%d", number, len(p.name)%5) }

func (p *pack) purl(version string) string {
	return "pkg:" + p.kind + "/" + p.name + "@" + version
}

// versions is in how many versions a package is in use.
const versions = 6

var purlTypes = []string{"npm", "npm", "golang", "pypi", "maven", "deb"}

// packageLicenses are the licenses of packages, the usual ones several times.
var packageLicenses = [][]string{{"MIT"}, {"MIT"}, {"MIT"}, {"MIT"}, {"Apache-2.0"}, {"Apache-2.0"}, {"Apache-2.0"}, {"BSD-3-Clause"}, {"BSD-3-Clause"}, {"ISC"},
	{"MPL-2.0"}, {"LGPL-2.1-only"}, {"GPL-3.0-only"}, {"MIT OR Apache-2.0"}, {"MIT", "BSD-2-Clause"}, {"Acme Commercial License 2"}, nil}

// weaknesses are what is wrong with vulnerable packages.
var weaknesses = []struct {
	title, effect, vector string
	cwe                   int
}{
	{"Uncontrolled resource consumption", "lets a client keep the process busy until it does not answer any more", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H", 400},
	{"Inefficient regular expression", "takes a time that grows with the square of the input's length", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L", 1333},
	{"Path traversal", "reads files outside of the configured folder", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", 22},
	{"Prototype pollution", "changes properties of all objects, which may lead to the execution of code", "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H", 1321},
	{"Deserialization of untrusted data", "creates objects of any class and so runs code", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 502},
	{"Cross-site scripting", "writes text of other users into pages without escaping it", "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", 79},
	{"Server-side request forgery", "fetches addresses of the internal network", "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 918},
	{"Out-of-bounds read", "gives away parts of the memory of the process", "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N", 125},
	{"Heap buffer overflow", "writes behind the end of a buffer when it reads a crafted file", "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H", 787},
	{"Improper certificate validation", "accepts certificates for other host names", "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N", 295},
	{"Incorrect comparison of signatures", "accepts tokens that somebody else has signed", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N", 347},
	{"Information exposure in error messages", "shows paths and versions to clients", "CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:L/I:N/A:N", 209},
}

// places are the parts of packages in which weaknesses are.
var places = []string{"the request parser", "the header handling", "the archive reader", "the template engine", "the query builder", "the token check", "the redirect handling",
	"the image decoder", "the configuration loader", "the upload handler", "the session store", "the log formatter"}

// vulnerablePackages is how many of the packages have vulnerabilities; it is their first part.
const vulnerablePackages = 1800

// packages is the world of packages that the products are built from.
var packages = sync.OnceValue(func() []pack {
	all := make([]pack, len(adjectives)*len(nouns))
	number := 0
	for i := range all {
		r := random("package", i)
		p := &all[i]
		p.name = adjectives[i%len(adjectives)] + "-" + nouns[(i/len(adjectives)+i%len(adjectives))%len(nouns)]
		p.kind, p.licenses = pick(r, purlTypes), pick(r, packageLicenses)
		if p.kind == "maven" {
			p.name = "com.example/" + p.name
		}
		if i >= vulnerablePackages {
			continue
		}
		for n := range 1 + r.IntN(7) {
			number++
			p.vulnerabilities = append(p.vulnerabilities, p.vulnerability(n, number))
		}
	}
	return all
})

func (p *pack) vulnerability(n, number int) vulnerability {
	r := random("vulnerability", number)
	w, place := pick(r, weaknesses), pick(r, places)
	v := vulnerability{id: fmt.Sprintf("CVE-%d-%d", 2019+r.IntN(8), 9_000_000+number), title: w.title, vector: w.vector, cwe: w.cwe,
		fixed: fmt.Sprintf("1.%d.%d", versions+n, r.IntN(4)), fixable: r.IntN(5) > 0}
	v.description = fmt.Sprintf("**%s** in %s of %s: a crafted input %s.\n\nVersions before %s are affected.", w.title, place, p.name, w.effect, v.fixed)
	return v
}

// componentType is the type of the component that stands for the package.
func (p *pack) componentType() model.ComponentType {
	if p.kind == "deb" {
		return model.ComponentOperatingSystem
	}
	return model.ComponentLibrary
}
