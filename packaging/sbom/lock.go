package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// shipped are the npm packages, name@version, that the built application may contain.
type shipped map[string]bool

// readLock reads a package-lock.json (lockfileVersion 3). npm can leave out the packages for development itself, but then it also leaves out
// those that they share with the application.
func readLock(path string) (shipped, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var lock struct {
		Packages map[string]struct {
			Version             string
			Dev, Optional, Peer bool
		}
	}
	if err := json.Unmarshal(content, &lock); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	found := make(shipped)
	for path, p := range lock.Packages {
		if path == "" || p.Dev || p.Optional || p.Peer {
			continue
		}
		name := path[strings.LastIndex(path, "node_modules/")+len("node_modules/"):]
		found[name+"@"+p.Version] = true
	}
	return found, nil
}

// only is the document without components that are not shipped.
func (d *document) only(s shipped) *document {
	kept := &document{Metadata: d.Metadata}
	refs := map[string]bool{d.Metadata.Component.BOMRef: true}
	for _, c := range d.Components {
		if s[c.Name+"@"+c.Version] {
			kept.Components = append(kept.Components, c)
			refs[c.BOMRef] = true
		}
	}
	for _, one := range d.Dependencies {
		if !refs[one.Ref] {
			continue
		}
		var uses []string
		for _, ref := range one.DependsOn {
			if refs[ref] {
				uses = append(uses, ref)
			}
		}
		kept.Dependencies = append(kept.Dependencies, dependency{one.Ref, uses})
	}
	return kept
}
