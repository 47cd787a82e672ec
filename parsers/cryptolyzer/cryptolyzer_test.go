package cryptolyzer

import (
	"testing"

	"secobserve/parsers/parsertest"
)

// reportOf is a report about a host with these lists.
func reportOf(versions, suites12, suites13, curves, algorithms string) string {
	const target = `"target":{"address":"shop.example","port":443}`
	suites := func(version, suites string) string {
		return `{"target":{"address":"shop.example","port":"8443","proto_version":"` + version + `"},"cipher_suites":[` + suites + `]}`
	}
	return `{` + target + `,"versions":{` + target + `,"versions":[` + versions + `]},"ciphers":[` + suites("tls1", `"TLS_OLD"`) + `,` + suites("tls1_2", `"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"`) +
		`,` + suites("tls1_2", suites12) + `,` + suites("tls1_3", suites13) + `],"curves":{` + target + `,"curves":[` + curves + `]},"sigalgos":{"target":{},"sig_algos":[` + algorithms + `]}}`
}

func TestAccepts(t *testing.T) {
	parsertest.Accepts(t, Parser{}, map[string]bool{
		reportOf("", "", "", "", ""):                                      true,
		`{"target":{"a":1},"versions":{},"ciphers":[1],"curves":{"a":1}}`: false,
		`{"target":{"a":1},"versions":{"a":1},"ciphers":[1]}`:             false,
		`["target","versions","ciphers","curves"]`:                        false,
	})
}

func TestViolations(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", reportOf(`"tls1_1","tls1_2","tls1_3",7`, `"TLS_RSA_WITH_AES_128_CBC_SHA","TLS_DHE_DSS_WITH_AES_256_CBC_SHA256"`,
		`"TLS_AES_128_GCM_SHA256","TLS_CHACHA20_POLY1305_SHA256"`, `"X25519","BRAINPOOLP256R1","SECP256R1"`, `"RSA_SHA1","ECDSA_SECP256R1_SHA256","RSA_SHA256"`))
	want := []struct{ title, severity, description, endpoint string }{
		{"Weak protocols detected", "High", "**Weak protocols according to BSI recommendations:**\n* tls1_1", "https://shop.example:443"},
		{"Unrecommended TLS 1.2 cipher suites", "Medium", "**Unrecommended cipher suites according to BSI recommendations:**\n* TLS_RSA_WITH_AES_128_CBC_SHA", "https://shop.example:8443"},
		{"Unrecommended TLS 1.3 cipher suites", "Medium", "**Unrecommended cipher suites according to BSI recommendations:**\n* TLS_CHACHA20_POLY1305_SHA256", "https://shop.example:8443"},
		{"Unrecommended elliptic curves", "Medium", "**Unrecommended elliptic curves according to BSI recommendations:**\n* X25519", "https://shop.example:443"},
		{"Unrecommended signature algorithms", "Medium", "**Unrecommended signature algorithms according to BSI recommendations:**\n* RSA_SHA1", ""},
	}
	if len(got.Findings) != len(want) || got.Scanner != "CryptoLyzer" {
		t.Fatalf("%d findings of %s", len(got.Findings), got.Scanner)
	}
	for i, w := range want {
		f := got.Findings[i]
		o := f.Observation
		if o.Title != w.title || string(o.ParserSeverity) != w.severity || o.Description != w.description || o.OriginEndpointURL != w.endpoint || o.Scanner != "CryptoLyzer" {
			t.Errorf("%+v, want %+v", o, w)
		}
		if len(f.References) != 1 || f.References[0] != reference || f.Evidences[0].Name != "Result" {
			t.Errorf("%+v", f)
		}
	}
}

func TestNoViolation(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", reportOf(`"tls1_2","tls1_3"`, ``, ``, `"PRIME256V1"`, ``))
	if len(got.Findings) != 0 || got.Scanner != "CryptoLyzer" {
		t.Errorf("%+v", got)
	}
	got = parsertest.Read(t, Parser{}, "x.json", `{"target":"x","versions":{"versions":{"a":1}},"ciphers":{"a":1},"curves":[1],"sigalgos":null}`)
	if len(got.Findings) != 0 {
		t.Errorf("odd types: %+v", got)
	}
}

// All recommended suites of the table are known by their whole names.
func TestRecommendations(t *testing.T) {
	if len(suitesTLS12) != 51 || !suitesTLS12["tls_ecdhe_psk_with_aes_128_ccm_sha256"] || !suitesTLS12["tls_dhe_rsa_with_aes_256_cbc_sha256"] {
		t.Errorf("%d suites", len(suitesTLS12))
	}
	for list, names := range map[string]int{"curves": len(curves), "algorithms": len(signatureAlgorithms)} {
		if want := map[string]int{"curves": 13, "algorithms": 21}[list]; names != want {
			t.Errorf("%d %s, want %d", names, list, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	parsertest.Fuzz(f, Parser{}, ".json", reportOf(`"ssl3"`, `"x"`, `"y"`, `"z"`, `"a"`))
}
