package model

import (
	"encoding/hex"
	"testing"
)

// core-products.md, examples 17 and 18: the ids of components that other systems know.
func TestProducts_Example17And18(t *testing.T) {
	for want, place := range map[string]ComponentPlace{
		"21c1efb7eca9db2f8529e99670096dd8": {Product: 7, NameVersion: "acme-tls:2.0.1", Type: "Library", PURL: "pkg:generic/acme-tls@2.0.1"},
		"998b2c5b8d6c3ec464b3a5e3c2b2f3cd": {Product: 7, Branch: 42, Service: 33, NameVersion: "acme-tls:2.0.1"},
	} {
		if key := place.Key(); hex.EncodeToString(key[:]) != want {
			t.Errorf("%+v: id %x, want %s", place, key, want)
		}
	}
}
