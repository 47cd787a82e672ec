package model

import "testing"

// The vectors of core-observations.md §4.
func TestHash(t *testing.T) {
	tests := []struct {
		name        string
		observation Observation
		service     string
		want        string
	}{
		{"component and image", Observation{Title: "Weak TLS config", OriginComponentNameVersion: "acme-tls:2.0.1", OriginDockerImageName: "registry.example.com/shop/api"}, "",
			"bc7f16124f39f2b0265208b7c8dec12007f363a2392e13444a9fd9b154c27dfe"},
		{"source", Observation{Title: "Hardcoded Secret", OriginSourceFile: "src/Main.java", OriginSourceLineStart: Ptr(17), OriginSourceLineEnd: Ptr(21)}, "",
			"eb0cb927a5d84800612a72bb013f02b41a27b331e421f42085d92958b04ee962"},
		{"endpoint and service", Observation{Title: "SQL injection", OriginEndpointURL: "https://Shop.example.com/cart?id=1"}, "checkout",
			"7804769fac1b30f5a44b0e0773769f2700825b90aa083dc3486be92ee6e11966"},
		{"folding upper case", Observation{Title: "STRASSE leak"}, "", "ed9c154547cfbe7002e3898ccb135c8fad7b22a0e1db691c8ed6bc1f40bd9bc1"},
		{"folding sharp s", Observation{Title: "Straße leak"}, "", "ed9c154547cfbe7002e3898ccb135c8fad7b22a0e1db691c8ed6bc1f40bd9bc1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.observation.Hash(test.service); got != test.want {
				t.Errorf("hash %s, want %s", got, test.want)
			}
		})
	}
}
