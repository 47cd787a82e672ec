package licensedata

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
)

// snapshot holds documents as of the build, packed; SOURCES.txt says where they come from.
//
//go:embed snapshot/*.json.gz
var snapshot embed.FS

// Snapshot reads the documents that are part of the binary: SPDX licenses, SPDX exceptions and Blue Oak Council ratings. It keeps nothing in
// memory.
func Snapshot() ([]*Document, error) {
	var documents []*Document
	for _, part := range []struct {
		kind Kind
		file string
	}{
		{KindSPDXLicenses, "licenses"}, {KindSPDXExceptions, "exceptions"}, {KindBlueOak, "blueoak"},
	} {
		content, err := unpack("snapshot/" + part.file + ".json.gz")
		if err != nil {
			return nil, err
		}
		d, err := ReadAs(part.kind, content)
		if err != nil {
			return nil, fmt.Errorf("snapshot of license data: %w", err)
		}
		documents = append(documents, d)
	}
	return documents, nil
}

func unpack(name string) ([]byte, error) {
	packed, err := snapshot.Open(name)
	if err != nil {
		return nil, fmt.Errorf("snapshot of license data: %w", err)
	}
	reader, err := gzip.NewReader(packed)
	if err != nil {
		return nil, fmt.Errorf("snapshot of license data, %s: %w", name, err)
	}
	var content bytes.Buffer
	if _, err := io.Copy(&content, reader); err != nil {
		return nil, fmt.Errorf("snapshot of license data, %s: %w", name, err)
	}
	return content.Bytes(), nil
}
