package web

import "testing"

func TestAccepts(t *testing.T) {
	tests := []struct {
		headers  []string
		encoding string
		want     bool
	}{
		{nil, "br", false},
		{[]string{""}, "br", false},
		{[]string{"gzip, deflate, br, zstd"}, "br", true},
		{[]string{"gzip", "br"}, "br", true},
		{[]string{"BR"}, "br", true},
		{[]string{"brotli, x-br"}, "br", false},
		{[]string{"br;q=0"}, "br", false},
		{[]string{"br;q=0.000, *"}, "br", false},
		{[]string{"br ; q=0.5"}, "br", true},
		{[]string{"br;Q=1"}, "br", true},
		{[]string{"br;q=high"}, "br", false},
		{[]string{"*"}, "gzip", true},
		{[]string{"*;q=0"}, "gzip", false},
		{[]string{"*;q=0, gzip"}, "gzip", true},
		{[]string{"identity"}, "gzip", false},
	}
	for _, test := range tests {
		if got := accepts(test.headers, test.encoding); got != test.want {
			t.Errorf("accepts(%q, %s) = %v", test.headers, test.encoding, got)
		}
	}
}
