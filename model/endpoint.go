package model

import (
	"net/url"
	"strconv"
	"strings"
)

// schemesWithParams are the URL schemes whose last path segment may carry parameters after a semicolon (core-observations.md §3.3).
var schemesWithParams = map[string]bool{"": true, "http": true, "https": true, "ftp": true, "sftp": true, "rtsp": true, "rtsps": true, "rtspu": true,
	"sip": true, "sips": true, "mms": true, "tel": true}

// normaliseEndpoint splits the endpoint URL into its parts. A URL that cannot be split is kept, with empty parts.
func (o *Observation) normaliseEndpoint() {
	raw := o.OriginEndpointURL
	o.OriginEndpointScheme, o.OriginEndpointHostname, o.OriginEndpointPort = "", "", nil
	o.OriginEndpointPath, o.OriginEndpointParams, o.OriginEndpointQuery, o.OriginEndpointFragment = "", "", "", ""
	if raw == "" {
		return
	}
	scheme, rest := splitScheme(raw)
	host, rest, ok := splitHost(rest)
	if !ok {
		return
	}
	hostname, port, ok := splitPort(host)
	if !ok {
		return
	}
	o.OriginEndpointScheme, o.OriginEndpointHostname, o.OriginEndpointPort = scheme, hostname, port
	rest, o.OriginEndpointFragment, _ = strings.Cut(rest, "#")
	o.OriginEndpointPath, o.OriginEndpointQuery, _ = strings.Cut(rest, "?")
	if schemesWithParams[scheme] {
		o.splitParams()
	}
}

func (o *Observation) splitParams() {
	path := o.OriginEndpointPath
	segment := strings.LastIndexByte(path, '/') + 1
	if semicolon := strings.IndexByte(path[segment:], ';'); semicolon >= 0 {
		o.OriginEndpointPath, o.OriginEndpointParams = path[:segment+semicolon], path[segment+semicolon+1:]
	}
}

// splitScheme splits off the scheme (RFC 3986 §3.1), lower-cased.
func splitScheme(raw string) (scheme, rest string) {
	colon := strings.IndexByte(raw, ':')
	if colon <= 0 || !isLetter(raw[0]) {
		return "", raw
	}
	for i := 1; i < colon; i++ {
		if c := raw[i]; !isLetter(c) && !isDigit(c) && c != '+' && c != '-' && c != '.' {
			return "", raw
		}
	}
	return strings.ToLower(raw[:colon]), raw[colon+1:]
}

func splitHost(rest string) (host, after string, ok bool) {
	if !strings.HasPrefix(rest, "//") {
		return "", rest, true
	}
	rest = rest[2:]
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	host, after = rest[:end], rest[end:]
	if strings.Contains(host, "[") != strings.Contains(host, "]") {
		return "", "", false
	}
	return host, after, true
}

func splitPort(host string) (hostname string, port *int, ok bool) {
	host = host[strings.LastIndexByte(host, '@')+1:]
	hostname, digits := host, ""
	if strings.HasPrefix(host, "[") {
		end := strings.IndexByte(host, ']')
		hostname, digits = host[1:end], strings.TrimPrefix(host[end+1:], ":")
	} else if colon := strings.IndexByte(host, ':'); colon >= 0 {
		hostname, digits = host[:colon], host[colon+1:]
	}
	if digits == "" {
		return strings.ToLower(hostname), nil, true
	}
	n, err := strconv.ParseUint(digits, 10, 16)
	if err != nil {
		return "", nil, false
	}
	return strings.ToLower(hostname), Ptr(int(n)), true
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// escapePath percent-encodes what is unsafe in a link and leaves what has a meaning.
func escapePath(path string) string { return (&url.URL{Path: path}).EscapedPath() }
