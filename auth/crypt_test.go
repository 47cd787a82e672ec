package auth

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

const (
	// specKey and specToken are the example of the Fernet specification (generate.json).
	specKey   = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4="
	specToken = "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA=="
	// otherKey and otherToken were made by Python's cryptography.
	otherKey   = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
	otherToken = "gAAAAAA7msoAruNE_f3bmr64Cwy4obn-OuZPH9pd-zeyx7iFB58L4ZdeCJfE0J4bF-LxbekIbQz4v_sDta0W9C7fq5PW8MoB7A=="
)

func mustParseKeys(t testing.TB, text string) Keys {
	t.Helper()
	keys, err := ParseKeys(text)
	if err != nil {
		t.Fatal(err)
	}
	return keys
}

func TestEncryptAsSpecified(t *testing.T) {
	keys := mustParseKeys(t, specKey)
	var iv [16]byte
	for i := range iv {
		iv[i] = byte(i)
	}
	at := time.Date(1985, 10, 26, 1, 20, 0, 0, time.FixedZone("", -7*3600))
	if got := keys.keys[0].encrypt([]byte("hello"), iv, at); got != specToken {
		t.Errorf("got %s", got)
	}
}

func TestDecrypt(t *testing.T) {
	for name, test := range map[string]struct{ keys, token, want string }{
		"specification":             {specKey, specToken, "hello"},
		"another implementation":    {otherKey, otherToken, "secret ä"},
		"second key decrypts":       {otherKey + ", " + specKey, specToken, "hello"},
		"key without padding":       {strings.TrimRight(specKey, "="), specToken, "hello"},
		"key with blanks around":    {"\n " + specKey + " \n", specToken, "hello"},
		"third of three keys":       {NewKey() + "," + NewKey() + "," + specKey, specToken, "hello"},
		"first of several decrypts": {specKey + "," + otherKey, specToken, "hello"},
	} {
		plain, err := mustParseKeys(t, test.keys).Decrypt(test.token)
		if err != nil || string(plain) != test.want {
			t.Errorf("%s: %q, %v", name, plain, err)
		}
	}
}

func TestEncryptAndDecrypt(t *testing.T) {
	keys := mustParseKeys(t, NewKey()+","+specKey)
	first := Keys{keys.keys[:1]}
	for length := range 50 {
		plain := bytes.Repeat([]byte{byte(length)}, length)
		token, again := keys.Encrypt(plain), keys.Encrypt(plain)
		if token == again {
			t.Errorf("length %d: the same token twice", length)
		}
		got, err := first.Decrypt(token)
		if err != nil || !bytes.Equal(got, plain) {
			t.Errorf("length %d: %x, %v", length, got, err)
		}
	}
}

func TestDecryptRefuses(t *testing.T) {
	keys := mustParseKeys(t, specKey)
	raw, err := base64.URLEncoding.DecodeString(specToken)
	if err != nil {
		t.Fatal(err)
	}
	for i := range raw {
		changed := bytes.Clone(raw)
		changed[i] ^= 1
		if plain, err := keys.Decrypt(base64.URLEncoding.EncodeToString(changed)); err != ErrDecrypt {
			t.Errorf("byte %d changed: %q, %v", i, plain, err)
		}
	}
	for name, token := range map[string]string{
		"empty":                 "",
		"plain text":            "hello",
		"other key":             otherToken,
		"cut":                   specToken[:len(specToken)-4],
		"without padding":       strings.TrimRight(specToken, "="),
		"line break inside":     specToken[:20] + "\n" + specToken[20:],
		"blank behind":          specToken + " ",
		"standard base64":       strings.NewReplacer("-", "+", "_", "/").Replace(specToken),
		"padding is damaged":    resign(keys, raw, func(body []byte) []byte { body[len(body)-17]++; return body }),
		"not whole blocks":      resign(keys, raw, func(body []byte) []byte { return append(body, make([]byte, 15)...) }),
		"no ciphertext":         resign(keys, raw, func(body []byte) []byte { return body[:fernetIVEnd] }),
		"version of the future": resign(keys, raw, func(body []byte) []byte { body[0] = 0x81; return body }),
	} {
		if plain, err := keys.Decrypt(token); !errors.Is(err, ErrDecrypt) {
			t.Errorf("%s: %q, %v", name, plain, err)
		}
	}
}

// resign changes the body of a token and signs it anew.
func resign(keys Keys, raw []byte, change func([]byte) []byte) string {
	body := change(bytes.Clone(raw[:len(raw)-32]))
	return base64.URLEncoding.EncodeToString(append(body, keys.keys[0].sign(body)...))
}

func TestParseKeysRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"":                   "field encryption key 1: want url-safe base64 of 32 bytes (44 characters)",
		"  ":                 "field encryption key 1: want url-safe base64 of 32 bytes (44 characters)",
		"changeme":           "field encryption key 1: want url-safe base64 of 32 bytes (44 characters)",
		specKey[:40]:         "field encryption key 1: want url-safe base64 of 32 bytes (44 characters)",
		specKey + ",":        "field encryption key 2: want url-safe base64 of 32 bytes (44 characters)",
		specKey + ",secret!": "field encryption key 2: want url-safe base64 of 32 bytes (44 characters)",
		specKey + specKey:    "field encryption key 1: want url-safe base64 of 32 bytes (44 characters)",
	} {
		if _, err := ParseKeys(text); err == nil || err.Error() != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestKeysDoNotPrint(t *testing.T) {
	keys := mustParseKeys(t, specKey)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		if got := fmt.Sprintf(verb, keys); got != "1 field encryption key(s)" {
			t.Errorf("%s prints %s", verb, got)
		}
	}
	if first, second := NewKey(), NewKey(); first == second {
		t.Error("two new keys are equal")
	}
}

func FuzzDecrypt(f *testing.F) {
	for _, seed := range []string{specToken, otherToken, "", "gAAAAA==", "gAAAAAAdwJ6w"} {
		f.Add(seed)
	}
	keys := mustParseKeys(f, specKey)
	f.Fuzz(func(t *testing.T, token string) {
		if plain, err := keys.Decrypt(token); err == nil && token != specToken {
			t.Errorf("forged: %q is %q", token, plain)
		}
		// The same bytes with a right signature: the decryption behind it must stand anything.
		if raw, err := base64.URLEncoding.DecodeString(token); err == nil && len(raw) >= fernetMinLength {
			keys.keys[0].decrypt(append(raw, keys.keys[0].sign(raw)...))
		}
	})
}
