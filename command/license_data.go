package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"secobserve/db"
	"secobserve/licenses"
	"secobserve/licenses/licensedata"
)

// LicenseData manages the license catalogue.
type LicenseData struct {
	Import ImportLicenseData `cmd:"" help:"Read license data from files, for servers that cannot fetch them; the server must not be running."`
}

// ImportLicenseData reads published license data from files.
type ImportLicenseData struct {
	Data
	Files []string `arg:"" type:"existingfile" help:"Files as they are published: SPDX licenses.json and exceptions.json, index.json of the ScanCode LicenseDB, the mapping of LicenseLynx, the list of the Blue Oak Council."`
}

// maxLicenseFile is the greatest size of a file in bytes.
const maxLicenseFile = 64 << 20

// Run reads all files before it stores any.
func (i ImportLicenseData) Run(o Output) (err error) {
	documents := make([]*licensedata.Document, 0, len(i.Files))
	for _, file := range i.Files {
		document, err := readLicenseFile(file)
		if err != nil {
			return fmt.Errorf("license data from %s: %w", file, err)
		}
		documents = append(documents, document)
	}
	if _, err := os.Stat(i.file()); err != nil { // opening would create the file
		return fmt.Errorf("import license data: %w", err)
	}
	store, err := db.Open(i.file())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	changes, err := licenses.ImportDocuments(context.Background(), store, documents, time.Now())
	if err != nil {
		return fmt.Errorf("import license data: %w", err)
	}
	for n, document := range documents {
		if _, err := fmt.Fprintf(o.Out, "%s: %s, %d entries\n", i.Files[n], document.Kind, document.Entries()); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(o.Out, "Licenses updated: %d, licenses created: %d, license groups changed: %d\n",
		changes.LicensesUpdated, changes.LicensesCreated, len(changes.Groups))
	return err
}

func readLicenseFile(name string) (*licensedata.Document, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxLicenseFile {
		return nil, fmt.Errorf("the file is larger than %d bytes", maxLicenseFile)
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return licensedata.Read(content)
}
