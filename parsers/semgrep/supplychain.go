package semgrep

import (
	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// purlTypes are the purl types of the names that Semgrep has for ecosystems.
var purlTypes = map[string]string{
	"npm": "npm", "pypi": "pypi", "gem": "gem", "gomod": "golang", "cargo": "cargo", "maven": "maven", "composer": "composer", "nuget": "nuget",
	"pub": "pub", "swiftpm": "swift", "hex": "hex", "mix": "hex",
}

// supplyChain makes a vulnerable dependency of the finding.
func supplyChain(o *model.Observation, info, metadata rawjson.Value) {
	dependency := info.Get("dependency_match").Get("found_dependency")
	o.OriginComponentName, o.OriginComponentVersion = dependency.Get("package").Text(), dependency.Get("version").Text()
	o.OriginComponentPURL = parsers.PackageURL(purlTypes[dependency.Get("ecosystem").Text()], o.OriginComponentName, o.OriginComponentVersion)
	o.VulnerabilityID = parsers.First(metadata.Get("sca-vuln-database-identifier").Text(), metadata.Get("cve").Text())
	if o.VulnerabilityID != "" {
		o.Title = o.VulnerabilityID
	}
	reachable := info.Get("reachable")
	if reachable.Kind() != rawjson.Bool {
		return
	}
	var d parsers.Description
	d.Add(o.Description)
	d.AddNamed("Reachable", map[bool]string{true: "no", false: "yes"}[reachable.Empty()])
	o.Description = d.String()
}
