package auth

import (
	"bytes"
	"compress/gzip"
	_ "embed" // for common_passwords.txt.gz
	"io"
	"slices"
	"strings"
	"sync"
)

// commonPasswordsGzip holds 20,000 widely used passwords, one a line, lower-cased and sorted: the first of the list of passwords, most used
// first, in the npm package @zxcvbn-ts/language-common 4.1.3 (src/passwords.json), MIT license, see common_passwords.LICENSE.txt.
//
//go:embed common_passwords.txt.gz
var commonPasswordsGzip []byte

// commonPasswords unpacks the list when it is first needed. It takes half a megabyte from then on.
var commonPasswords = sync.OnceValue(func() []string {
	packed, err := gzip.NewReader(bytes.NewReader(commonPasswordsGzip))
	if err != nil {
		panic("embedded list of common passwords: " + err.Error())
	}
	text, err := io.ReadAll(packed)
	if err != nil {
		panic("embedded list of common passwords: " + err.Error())
	}
	return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
})

// isCommon tells whether a password is widely used, whatever its case and the blanks around it.
func isCommon(password string) bool {
	_, found := slices.BinarySearch(commonPasswords(), strings.ToLower(strings.TrimSpace(password)))
	return found
}
