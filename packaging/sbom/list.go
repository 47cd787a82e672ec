package main

import (
	"fmt"
	"strings"
)

// licenseList is the list of all components with their licenses. A component without a license is an error: nobody has looked at it.
func licenseList(d *document) (string, error) {
	var text strings.Builder
	text.WriteString("# Third-party components\n\nWhat the binary contains besides the product's own code, with its licenses. Made by `make sbom`.\n\n" +
		"| component | version | licenses |\n| --- | --- | --- |\n")
	for _, c := range d.Components {
		terms := c.terms()
		if terms == "" {
			return "", fmt.Errorf("%s %s has no license: read it and add it to the known ones", c.Name, c.Version)
		}
		fmt.Fprintf(&text, "| %s | %s | %s |\n", c.Name, c.Version, terms)
	}
	return text.String(), nil
}
