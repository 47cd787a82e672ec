// Command sbom makes one bill of materials of the product: it joins what cyclonedx-gomod says about the Go modules in the binary with what npm
// says about the packages of the web UI, and writes the list of all licenses. See the target sbom of the Makefile.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
)

func main() {
	modules := flag.String("go", "", "CycloneDX file of the Go modules")
	packages := flag.String("npm", "", "CycloneDX file of the npm packages")
	lock := flag.String("lock", "", "lock file of the npm packages, which tells those that are only for development")
	bom := flag.String("bom", "", "CycloneDX file to write")
	list := flag.String("list", "", "list of the licenses to write, as Markdown")
	flag.Parse()
	if err := run(*modules, *packages, *lock, *bom, *list); err != nil {
		fmt.Fprintln(os.Stderr, "sbom:", err)
		os.Exit(1)
	}
}

func run(modules, packages, lock, bom, list string) error {
	server, err := read(modules)
	if err != nil {
		return err
	}
	ui, err := read(packages)
	if err != nil {
		return err
	}
	shipped, err := readLock(lock)
	if err != nil {
		return err
	}
	joined := join(server, ui.only(shipped))
	content, err := json.MarshalIndent(joined, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(bom, append(content, '\n'), 0o644); err != nil {
		return err
	}
	text, err := licenseList(joined)
	if err != nil {
		return err
	}
	return os.WriteFile(list, []byte(text), 0o644)
}

func read(path string) (*document, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var d document
	if err := json.Unmarshal(content, &d); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return &d, nil
}
