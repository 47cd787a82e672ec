package licensedata

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// Kind says what a document holds.
type Kind string

// The kinds of documents, as messages name them.
const (
	KindSPDXLicenses   Kind = "SPDX licenses"
	KindSPDXExceptions Kind = "SPDX exceptions"
	KindScanCode       Kind = "ScanCode LicenseDB"
	KindLicenseLynx    Kind = "LicenseLynx"
	KindBlueOak        Kind = "Blue Oak Council"
)

// ErrUnknown says that a document is of no kind that is known here.
var ErrUnknown = errors.New("neither the SPDX license or exception list, nor the index of the ScanCode LicenseDB, nor a LicenseLynx mapping, nor the Blue Oak Council list")

// Document is a document that has been read; what it does not hold is empty.
type Document struct {
	Kind       Kind
	Licenses   []License
	Exceptions []string
	ScanCode   []ScanCodeLicense
	Mapping    []Spelling
	Ratings    []Rating
}

// Entries is the number of licenses, exceptions, spellings or ratings that the document holds.
func (d *Document) Entries() int {
	return len(d.Licenses) + len(d.Exceptions) + len(d.ScanCode) + len(d.Mapping) + len(d.Ratings)
}

// Read reads a document of any kind.
func Read(content []byte) (*Document, error) {
	kind := detect(content)
	if kind == "" {
		return nil, ErrUnknown
	}
	return ReadAs(kind, content)
}

// ReadAs reads a document of the given kind.
func ReadAs(kind Kind, content []byte) (*Document, error) {
	d := &Document{Kind: kind}
	var err error
	switch kind {
	case KindSPDXLicenses:
		d.Licenses, err = readLicenses(content)
	case KindSPDXExceptions:
		d.Exceptions, err = readExceptions(content)
	case KindScanCode:
		d.ScanCode, err = readScanCode(content)
	case KindLicenseLynx:
		d.Mapping, err = readMapping(content)
	case KindBlueOak:
		d.Ratings, err = readRatings(content)
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", kind, err)
	}
	return d, nil
}

// detect tells the kind of a document by what stands at its top; "" if it is none.
func detect(content []byte) Kind {
	content = bytes.TrimSpace(content)
	switch {
	case len(content) == 0:
		return ""
	case content[0] == '{':
		return detectObject(content)
	case content[0] == '[':
		return detectArray(content)
	case bytes.IndexByte(content, '\t') > 0:
		return KindLicenseLynx
	default:
		return ""
	}
}

func detectObject(content []byte) Kind {
	var top struct{ Licenses, Exceptions, StableMap, Canonical json.RawMessage }
	if json.Unmarshal(content, &top) != nil {
		return ""
	}
	switch {
	case top.Licenses != nil:
		return KindSPDXLicenses
	case top.Exceptions != nil:
		return KindSPDXExceptions
	case top.StableMap != nil || top.Canonical != nil:
		return KindLicenseLynx
	default:
		return ""
	}
}

func detectArray(content []byte) Kind {
	var elements []struct {
		Licenses json.RawMessage `json:"licenses"`
		Key      json.RawMessage `json:"spdx_license_key"`
		Category json.RawMessage `json:"category"`
	}
	if json.Unmarshal(content, &elements) != nil {
		return ""
	}
	for _, e := range elements {
		switch {
		case e.Key != nil || e.Category != nil:
			return KindScanCode
		case e.Licenses != nil:
			return KindBlueOak
		}
	}
	return ""
}

// errEmpty says that a document is well-formed, but holds nothing.
var errEmpty = errors.New("the document holds no entries")
