package model

import (
	"crypto/md5" //nolint:gosec // an identifier that clients know, no protection
	"strconv"
)

// Component is a software component of a product as observations and license components know it (core-products.md §13). Rows follow from
// those of observations and license components; nothing else writes them.
type Component struct {
	ID ID `cbor:"id,omitempty"`
	// Key is the MD5 digest of [ComponentPlace.Key]; in hexadecimal form it is the id that the API gives the component.
	Key []byte `cbor:"key,omitempty"`

	Product       ID `cbor:"product,omitempty"`
	Branch        ID `cbor:"branch,omitempty"`
	OriginService ID `cbor:"origin_service,omitempty"`

	ComponentName             string        `cbor:"component_name,omitempty"`
	ComponentVersion          string        `cbor:"component_version,omitempty"`
	ComponentNameVersion      string        `cbor:"component_name_version,omitempty"`
	ComponentType             ComponentType `cbor:"component_type,omitempty"`
	ComponentPURL             string        `cbor:"component_purl,omitempty"`
	ComponentPURLType         string        `cbor:"component_purl_type,omitempty"`
	ComponentCPE              string        `cbor:"component_cpe,omitempty"`
	ComponentCycloneDXBOMLink string        `cbor:"component_cyclonedx_bom_link,omitempty"`
	// ComponentDependencies is the key of the text in the bucket of texts; empty for none.
	ComponentDependencies []byte `cbor:"component_dependencies,omitempty"`

	// Observations, ActiveObservations and LicenseComponents are the numbers of rows that have this component.
	Observations       int `cbor:"observations,omitempty"`
	ActiveObservations int `cbor:"active_observations,omitempty"`
	LicenseComponents  int `cbor:"license_components,omitempty"`
}

// ShownComponent is the component as lists show it: name:version with the PURL type.
func (c *Component) ShownComponent() string {
	return shownComponent(c.ComponentNameVersion, c.ComponentPURLType)
}

// ComponentPlace is what makes a component one row of the list of components: what it is, where it is and what brings it in.
type ComponentPlace struct {
	Product, Branch, Service                            ID
	NameVersion, Type, PURL, CPE, Dependencies, BOMLink string
}

// Key is the MD5 digest of the concatenated values (core-products.md §13). Clients keep it, so that each byte of the computation counts.
func (p *ComponentPlace) Key() [16]byte {
	text := make([]byte, 0, 512)
	text = strconv.AppendUint(text, uint64(p.Product), 10)
	text = appendID(text, p.Branch, "222")
	text = appendID(text, p.Service, "333")
	for _, s := range [...]string{p.NameVersion, p.Type, p.PURL, p.CPE, p.Dependencies, p.BOMLink} {
		text = append(text, s...)
	}
	return md5.Sum(text) //nolint:gosec // see above
}

func appendID(text []byte, id ID, none string) []byte {
	if id == 0 {
		return append(text, none...)
	}
	return strconv.AppendUint(text, uint64(id), 10)
}

// ComponentPlace is the place of the observation's component; ok is false if it has none.
func (o *Observation) ComponentPlace() (place ComponentPlace, ok bool) {
	return ComponentPlace{
		Product: o.Product, Branch: o.Branch, Service: o.OriginService, NameVersion: o.OriginComponentNameVersion,
		Type: string(o.OriginComponentType), PURL: o.OriginComponentPURL, CPE: o.OriginComponentCPE, Dependencies: o.OriginComponentDependencies,
		BOMLink: o.OriginComponentCycloneDXBOMLink,
	}, o.OriginComponentNameVersion != ""
}

// ComponentPlace is the place of the license component; its dependencies are kept apart from the row.
func (c *LicenseComponent) ComponentPlace(dependencies string) ComponentPlace {
	return ComponentPlace{
		Product: c.Product, Branch: c.Branch, Service: c.OriginService, NameVersion: c.ComponentNameVersion, Type: string(c.ComponentType),
		PURL: c.ComponentPURL, CPE: c.ComponentCPE, Dependencies: dependencies, BOMLink: c.ComponentCycloneDXBOMLink,
	}
}
