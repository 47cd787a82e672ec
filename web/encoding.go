package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
)

// forms are the compressed forms that the build makes of a file, the better one first.
var forms = []struct{ encoding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}}

// accepts tells whether a client takes an encoding (RFC 9110 §12.5.3): it names it, or "*", with a quality above 0. Clients that send no
// Accept-Encoding get the plain form, which all understand.
func accepts(headers []string, encoding string) bool {
	anything := false
	for element := range strings.SplitSeq(strings.Join(headers, ","), ",") {
		name, parameter, _ := strings.Cut(element, ";")
		switch name = strings.TrimSpace(name); {
		case strings.EqualFold(name, encoding):
			return quality(parameter) > 0
		case name == "*":
			anything = quality(parameter) > 0
		}
	}
	return anything
}

// quality reads the weight of an element, 1 if there is none; what cannot be read is a refusal.
func quality(parameter string) float64 {
	name, value, found := strings.Cut(parameter, "=")
	if !found {
		return 1
	}
	weight, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || !strings.EqualFold(strings.TrimSpace(name), "q") {
		return 0
	}
	return weight
}

// varies tells whether the answer already says that it depends on the encodings that the client accepts.
func varies(h http.Header) bool {
	return slices.ContainsFunc(h.Values("Vary"), func(v string) bool { return strings.EqualFold(v, "Accept-Encoding") })
}
