package model

import (
	"errors"
	"regexp"
)

// cpe23 is the pattern of a CPE 2.3 formatted string (NISTIR 7695, XML schema cpe-naming 2.3), anchored at both ends.
var cpe23 = regexp.MustCompile(`^cpe:2\.3:[aho*\-](:(((\?*|\*?)([a-zA-Z0-9\-._]|(\\[\\*?!"#$%&'()+,/:;<=>@\[\]^` + "`" + `{|}~]))+(\?*|\*?))|[*\-])){5}(:(([a-zA-Z]{2,3}(-([a-zA-Z]{2}|[0-9]{3}))?)|[*\-]))(:(((\?*|\*?)([a-zA-Z0-9\-._]|(\\[\\*?!"#$%&'()+,/:;<=>@\[\]^` + "`" + `{|}~]))+(\?*|\*?))|[*\-])){4}$`)

var errCPE = errors.New("Not a valid CPE 2.3")

// ValidateCPE23 checks a CPE 2.3 (core-products.md §1.5); the empty text is fine.
func ValidateCPE23(s string) error {
	if s == "" || cpe23.MatchString(s) {
		return nil
	}
	return errCPE
}
