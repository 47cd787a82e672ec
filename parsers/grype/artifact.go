package grype

import "secobserve/parsers/rawjson"

// artifact is the package that a vulnerability was found in.
type artifact struct {
	name, version, kind, purl, cpe, file string
}

// systemPackages are the kinds of packages whose locations are the database of the package manager, not a file of theirs.
var systemPackages = map[string]bool{"deb": true, "rpm": true, "apk": true, "alpm": true, "portage": true, "linux-kernel": true, "nix": true}

func readArtifact(raw rawjson.Value) artifact {
	var a artifact
	for name, value := range raw.Members() {
		switch string(name) {
		case "name":
			a.name = value.Text()
		case "version":
			a.version = value.Text()
		case "type":
			a.kind = value.Text()
		case "purl":
			a.purl = value.Text()
		case "cpes":
			a.cpe = value.First().Text() // objects in reports of 2020, which are left out
		case "locations":
			a.file = value.First().Get("path").Text()
		}
	}
	if systemPackages[a.kind] {
		a.file = ""
	}
	return a
}
