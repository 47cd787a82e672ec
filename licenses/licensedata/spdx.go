package licensedata

import (
	"encoding/json"
	"fmt"
	"unicode/utf8"
)

// License is a license of the SPDX license list. Flags that the list does not give are nil.
type License struct {
	ID           string `json:"licenseId"`
	Name         string `json:"name"`
	Reference    string `json:"reference"`
	IsOSI        *bool  `json:"isOsiApproved,omitempty"`
	IsDeprecated *bool  `json:"isDeprecatedLicenseId,omitempty"`
}

// The greatest lengths in characters (licenses.md §3.1).
const (
	maxText      = 255
	maxReference = 2048
)

// readLicenses reads the SPDX license list (licenses.md §3.2).
func readLicenses(content []byte) ([]License, error) {
	var list struct {
		Licenses []License `json:"licenses"`
	}
	if err := json.Unmarshal(content, &list); err != nil {
		return nil, err
	}
	for i := range list.Licenses {
		l := &list.Licenses[i]
		if !isKey(l.ID) {
			return nil, fmt.Errorf("element %d: the licenseId %q is not valid", i, l.ID)
		}
		l.Name = cut(l.Name, maxText)
		if utf8.RuneCountInString(l.Reference) > maxReference {
			l.Reference = ""
		}
	}
	return nonEmpty(list.Licenses)
}

// readExceptions reads the SPDX exception list.
func readExceptions(content []byte) ([]string, error) {
	var list struct {
		Exceptions []struct {
			ID string `json:"licenseExceptionId"`
		} `json:"exceptions"`
	}
	if err := json.Unmarshal(content, &list); err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(list.Exceptions))
	for i, e := range list.Exceptions {
		if !isKey(e.ID) {
			return nil, fmt.Errorf("element %d: the licenseExceptionId %q is not valid", i, e.ID)
		}
		ids = append(ids, e.ID)
	}
	return nonEmpty(ids)
}

// isKey tells whether a text can be a key of license expressions: letters, digits and some punctuation, not too long.
func isKey(text string) bool {
	if text == "" || len(text) > maxText {
		return false
	}
	for _, r := range text {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		if !letter && r != '-' && r != '.' && r != '+' && r != '_' && r != ':' {
			return false
		}
	}
	return true
}

func nonEmpty[T any](list []T) ([]T, error) {
	if len(list) == 0 {
		return nil, errEmpty
	}
	return list, nil
}

func cut(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most])
}
