package model

import "strings"

// normaliseComponent derives name, version and name:version of the component from each other and the PURL type from the PURL
// (core-observations.md §3.1).
func (o *Observation) normaliseComponent() {
	if o.OriginComponentNameVersion == "" {
		o.OriginComponentNameVersion = join(o.OriginComponentName, o.OriginComponentVersion)
	} else if o.OriginComponentNameVersion != join(o.OriginComponentName, o.OriginComponentVersion) {
		o.splitComponent()
	}
	o.OriginComponentName, o.OriginComponentVersion = clipPlain(o.OriginComponentName, maxShort), clipPlain(o.OriginComponentVersion, maxShort)
	if o.OriginComponentPURL == "" {
		return
	}
	kind, ok := PURLType(o.OriginComponentPURL)
	if !ok {
		o.OriginComponentPURL = ""
	}
	o.OriginComponentPURLType = kind
}

// splitComponent takes name and version from name:version.
func (o *Observation) splitComponent() {
	parts := strings.Split(o.OriginComponentNameVersion, ":")
	switch len(parts) {
	case 1, 2:
		o.OriginComponentName, o.OriginComponentVersion = parts[0], strings.Join(parts[1:], "")
	case 3:
		if parts[0] == o.OriginComponentName {
			o.OriginComponentVersion = parts[1] + ":" + parts[2]
			return
		}
		o.OriginComponentName, o.OriginComponentVersion = parts[0]+":"+parts[1], parts[2]
	default:
		if o.OriginComponentName == "" {
			last := len(parts) - 1
			o.OriginComponentName, o.OriginComponentVersion = strings.Join(parts[:last], ":"), parts[last]
		}
	}
}

// join is "name:version", or the name alone.
func join(name, version string) string {
	if name == "" || version == "" {
		return name
	}
	return name + ":" + version
}
