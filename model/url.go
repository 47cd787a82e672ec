package model

import (
	"errors"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

var errURL = errors.New("Not a valid URL")

// hostLabel is one label of a domain name.
var hostLabel = regexp.MustCompile(`^[\pL\pN]([\pL\pN_-]{0,61}[\pL\pN])?$`)

// ValidateURL checks a link that an administrator enters (core-products.md §1.5); the empty text is fine.
func ValidateURL(s string) error {
	if s == "" {
		return nil
	}
	if strings.ContainsFunc(s, unicode.IsSpace) {
		return errURL
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Opaque != "" {
		return errURL
	}
	if !validHost(u.Hostname()) || !validPort(u) || !validQuery(u.RawQuery) {
		return errURL
	}
	return nil
}

func validHost(host string) bool {
	if host == "localhost" {
		return true
	}
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	labels := strings.Split(host, ".")
	if len(labels) < 2 {
		return false
	}
	for _, label := range labels {
		if !hostLabel.MatchString(label) {
			return false
		}
	}
	return !isDigits(labels[len(labels)-1])
}

func validPort(u *url.URL) bool {
	port := u.Port()
	if port == "" {
		return !strings.HasSuffix(u.Host, ":")
	}
	n, err := strconv.Atoi(port)
	return err == nil && n >= 1 && n <= 65535
}

func validQuery(query string) bool {
	if query == "" {
		return true
	}
	for _, pair := range strings.Split(query, "&") {
		if key, _, ok := strings.Cut(pair, "="); !ok || key == "" {
			return false
		}
	}
	return true
}

func isDigits(s string) bool { return s != "" && digits(s, 0) == len(s) }
