package licensedata

import (
	"encoding/json"
	"fmt"
	"strings"
)

// ScanCodeLicense is a license of the ScanCode LicenseDB with its keys for license expressions.
type ScanCodeLicense struct {
	Category    string   `json:"category"`
	Key         string   `json:"spdx_license_key"`
	OtherKeys   []string `json:"other_spdx_license_keys"`
	IsException bool     `json:"is_exception"`
}

// readScanCode reads the index of the ScanCode LicenseDB (licenses.md §3.3). Licenses without a key are left out.
func readScanCode(content []byte) ([]ScanCodeLicense, error) {
	var index []ScanCodeLicense
	if err := json.Unmarshal(content, &index); err != nil {
		return nil, err
	}
	keyed := index[:0]
	for i, l := range index {
		if l.Key == "" {
			continue
		}
		if !isKey(l.Key) {
			return nil, fmt.Errorf("element %d: the spdx_license_key %q is not valid", i, l.Key)
		}
		for _, other := range l.OtherKeys {
			if !isKey(strings.ReplaceAll(other, " ", "-")) { // spellings of two words occur
				return nil, fmt.Errorf("element %d: the key %q in other_spdx_license_keys is not valid", i, other)
			}
		}
		l.Category = strings.TrimSpace(l.Category)
		keyed = append(keyed, l)
	}
	return nonEmpty(keyed)
}
