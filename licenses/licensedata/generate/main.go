// Command generate makes the snapshot of license data from packages of the npm and Go registries: the licenses and exceptions of SPDX from
// github.com/github/go-spdx/v2 and spdx-license-list, the ratings of the Blue Oak Council from @blueoak/list. It runs in the folder of package
// licensedata, calls npm, and refuses packages whose license is not the one that allows to embed their data.
package main

import (
	"archive/tar"
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"github.com/github/go-spdx/v2/spdxexp/spdxlicenses"

	"secobserve/licenses/licensedata"
)

// publicDomain is the license that the npm packages must have: it asks for nothing.
const publicDomain = "CC0-1.0"

// The packages.
const (
	spdxPackage    = "spdx-license-list@6.12.0"
	blueOakPackage = "@blueoak/list@15.0.0"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "generate license data: "+err.Error())
		os.Exit(1)
	}
}

func run() error {
	licenses, err := licenseList()
	if err != nil {
		return err
	}
	ratings, err := fromPackage(blueOakPackage, "package/index.json")
	if err != nil {
		return err
	}
	parts := map[string]any{"licenses": licenses, "exceptions": exceptionList(), "blueoak": json.RawMessage(ratings)}
	for name, part := range parts {
		if err := pack(name, part); err != nil {
			return err
		}
	}
	return nil
}

// licenseList is the SPDX license list in the form in which SPDX publishes it. Newer licenses are known to go-spdx alone; they get their names
// with the next update from SPDX.
func licenseList() (any, error) {
	content, err := fromPackage(spdxPackage, "package/spdx.json")
	if err != nil {
		return nil, err
	}
	var described map[string]struct {
		Name        string `json:"name"`
		OSIApproved bool   `json:"osiApproved"`
	}
	if err := json.Unmarshal(content, &described); err != nil {
		return nil, fmt.Errorf("%s: %w", spdxPackage, err)
	}
	var list []licensedata.License
	add := func(id string, deprecated bool) {
		l := licensedata.License{ID: id, Name: id, Reference: "https://spdx.org/licenses/" + id + ".html", IsDeprecated: &deprecated}
		if d, ok := described[id]; ok {
			l.Name, l.IsOSI = d.Name, &d.OSIApproved
		}
		list = append(list, l)
	}
	for _, id := range spdxlicenses.GetLicenses() {
		add(id, false)
	}
	for _, id := range spdxlicenses.GetDeprecated() {
		add(id, true)
	}
	slices.SortFunc(list, func(a, b licensedata.License) int { return cmp.Compare(a.ID, b.ID) })
	return map[string]any{"licenses": list}, nil
}

func exceptionList() any {
	type exception struct {
		ID string `json:"licenseExceptionId"`
	}
	var list []exception
	for _, id := range spdxlicenses.GetExceptions() {
		list = append(list, exception{id})
	}
	return map[string]any{"exceptions": list}
}

// pack writes a part of the snapshot. The same data give the same bytes.
func pack(name string, part any) error {
	text, err := json.Marshal(part)
	if err != nil {
		return err
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(text); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join("snapshot", name+".json.gz"), packed.Bytes(), 0o644)
}

// fromPackage is a file of an npm package, which must be in the public domain.
func fromPackage(name, file string) ([]byte, error) {
	folder, err := os.MkdirTemp("", "license-data")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	npm := exec.Command("npm", "pack", "--silent", "--pack-destination", folder, name)
	npm.Stderr = os.Stderr
	if err := npm.Run(); err != nil {
		return nil, fmt.Errorf("npm pack %s: %w", name, err)
	}
	archives, err := filepath.Glob(filepath.Join(folder, "*.tgz"))
	if err != nil || len(archives) != 1 {
		return nil, fmt.Errorf("npm pack %s made %d archives", name, len(archives))
	}
	files, err := untar(archives[0], "package/package.json", file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var description struct {
		License string `json:"license"`
	}
	if err := json.Unmarshal(files["package/package.json"], &description); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if description.License != publicDomain {
		return nil, fmt.Errorf("%s has the license %q, not %s", name, description.License, publicDomain)
	}
	return files[file], nil
}

// untar reads some files of a packed archive.
func untar(archive string, names ...string) (map[string][]byte, error) {
	f, err := os.Open(archive)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	files := make(map[string][]byte)
	for t := tar.NewReader(unpacked); ; {
		header, err := t.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if slices.Contains(names, header.Name) {
			if files[header.Name], err = io.ReadAll(t); err != nil {
				return nil, err
			}
		}
	}
	for _, name := range names {
		if files[name] == nil {
			return nil, fmt.Errorf("the archive has no %s", name)
		}
	}
	return files, nil
}
