package cryptolyzer

import "strings"

// The recommendations of BSI TR-02102-2, in lower case (parsers.md §7).
var (
	protocols = set("tls1_2", "tls1_3")

	suitesTLS12 = suites()
	suitesTLS13 = set("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_AES_128_CCM_SHA256")

	curves = set("brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1", "brainpoolP256r1tls13", "brainpoolP384r1tls13", "brainpoolP512r1tls13",
		"secp256r1", "prime256v1", "secp384r1", "secp521r1", "ffdhe2048", "ffdhe3072", "ffdhe4096")

	signatureAlgorithms = set("rsa_sha256", "rsa_sha384", "rsa_sha512", "dsa_sha256", "dsa_sha384", "dsa_sha512", "ecdsa_sha256", "ecdsa_sha384",
		"ecdsa_sha512", "rsa_pss_rsae_sha256", "rsa_pss_rsae_sha384", "rsa_pss_rsae_sha512", "rsa_pss_pss_sha256", "rsa_pss_pss_sha384",
		"rsa_pss_pss_sha512", "ecdsa_secp256r1_sha256", "ecdsa_secp384r1_sha384", "ecdsa_secp521r1_sha512", "ecdsa_brainpoolP256r1tls13_sha256",
		"ecdsa_brainpoolP384r1tls13_sha384", "ecdsa_brainpoolP512r1tls13_sha512")
)

func set(names ...string) map[string]bool {
	out := make(map[string]bool, len(names))
	for _, name := range names {
		out[strings.ToLower(name)] = true
	}
	return out
}

// suitesByExchange are the recommended TLS 1.2 cipher suites by key exchange.
var suitesByExchange = map[string]string{
	"ECDHE_ECDSA": "AES_128_CBC_SHA256 AES_256_CBC_SHA384 AES_128_GCM_SHA256 AES_256_GCM_SHA384 AES_128_CCM AES_256_CCM",
	"ECDHE_RSA":   "AES_128_CBC_SHA256 AES_256_CBC_SHA384 AES_128_GCM_SHA256 AES_256_GCM_SHA384",
	"ECDH_ECDSA":  "AES_128_CBC_SHA256 AES_256_CBC_SHA384 AES_128_GCM_SHA256 AES_256_GCM_SHA384",
	"ECDH_RSA":    "AES_128_CBC_SHA256 AES_256_CBC_SHA384 AES_128_GCM_SHA256 AES_256_GCM_SHA384",
	"RSA_PSK":     "AES_128_CBC_SHA256 AES_256_CBC_SHA384 AES_128_GCM_SHA256 AES_256_GCM_SHA384",
	"DHE_RSA":     "AES_128_CBC_SHA256 AES_256_CBC_SHA256 AES_128_GCM_SHA256 AES_256_GCM_SHA384 AES_128_CCM AES_256_CCM",
	"DHE_DSS":     "AES_128_CBC_SHA256 AES_256_CBC_SHA256 AES_128_GCM_SHA256 AES_256_GCM_SHA384",
	"DH_DSS":      "AES_128_CBC_SHA256 AES_256_CBC_SHA256 AES_128_GCM_SHA256 AES_256_GCM_SHA384",
	"DH_RSA":      "AES_128_CBC_SHA256 AES_256_CBC_SHA256 AES_128_GCM_SHA256 AES_256_GCM_SHA384",
	"ECDHE_PSK":   "AES_128_CBC_SHA256 AES_256_CBC_SHA384 AES_128_GCM_SHA256 AES_256_GCM_SHA384 AES_128_CCM_SHA256",
	"DHE_PSK":     "AES_128_CBC_SHA256 AES_256_CBC_SHA384 AES_128_GCM_SHA256 AES_256_GCM_SHA384 AES_128_CCM AES_256_CCM",
}

func suites() map[string]bool {
	var names []string
	for exchange, suites := range suitesByExchange {
		for suite := range strings.FieldsSeq(suites) {
			names = append(names, "TLS_"+exchange+"_WITH_"+suite)
		}
	}
	return set(names...)
}
