package auth

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"time"
)

// The layout of a Fernet token: version, time, initialisation vector, ciphertext, HMAC (Fernet specification, github.com/fernet/spec).
const (
	fernetVersion   = 0x80
	fernetTimeEnd   = 1 + 8
	fernetIVEnd     = fernetTimeEnd + aes.BlockSize
	fernetMinLength = fernetIVEnd + aes.BlockSize + sha256.Size
	fernetKeyBytes  = 32
)

// ErrDecrypt is the fault of a stored secret that none of the keys decrypts: another key was in use when it was written, or it was damaged.
var ErrDecrypt = errors.New("decrypt secret: no key fits, or the stored value is damaged")

// Keys encrypt and decrypt the secrets that are stored (operations.md §12): the first key encrypts, all decrypt, so that a key can be replaced.
// Keys come from [ParseKeys] or [LoadOrCreateKeyFile]; the zero value encrypts nothing and panics. They do not print.
type Keys struct {
	keys []fernetKey
}

type fernetKey struct {
	signing    [fernetKeyBytes / 2]byte
	encryption [fernetKeyBytes / 2]byte
}

// NewKey returns a new random key in the form that ParseKeys reads: url-safe base64 of 32 bytes.
func NewKey() string {
	key := make([]byte, fernetKeyBytes)
	rand.Read(key)
	return base64.URLEncoding.EncodeToString(key)
}

// ParseKeys reads FIELD_ENCRYPTION_KEY: one Fernet key, or several separated by commas. The error names the key by its place and does not
// quote it.
func ParseKeys(text string) (Keys, error) {
	var keys Keys
	for i, element := range strings.Split(text, ",") {
		key, err := parseKey(strings.TrimSpace(element))
		if err != nil {
			return Keys{}, fmt.Errorf("field encryption key %d: %w", i+1, err)
		}
		keys.keys = append(keys.keys, key)
	}
	return keys, nil
}

func parseKey(text string) (fernetKey, error) {
	raw, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(text, "="))
	if err != nil || len(raw) != fernetKeyBytes {
		return fernetKey{}, fmt.Errorf("want url-safe base64 of %d bytes (44 characters)", fernetKeyBytes)
	}
	var key fernetKey
	copy(key.signing[:], raw[:fernetKeyBytes/2])
	copy(key.encryption[:], raw[fernetKeyBytes/2:])
	return key, nil
}

// String counts the keys and keeps what they are to itself.
func (k Keys) String() string { return fmt.Sprintf("%d field encryption key(s)", len(k.keys)) }

// GoString is String, for %#v.
func (k Keys) GoString() string { return k.String() }

// Encrypt returns a Fernet token with the first key.
func (k Keys) Encrypt(plain []byte) string {
	var iv [aes.BlockSize]byte
	rand.Read(iv[:])
	return k.keys[0].encrypt(plain, iv, time.Now())
}

// Decrypt opens a Fernet token of any age that was made with any of the keys; else [ErrDecrypt].
func (k Keys) Decrypt(token string) ([]byte, error) {
	// Go's decoder skips line breaks; the format has none.
	if strings.ContainsAny(token, "\r\n") {
		return nil, ErrDecrypt
	}
	raw, err := base64.URLEncoding.Strict().DecodeString(token)
	if err != nil || len(raw) < fernetMinLength || raw[0] != fernetVersion {
		return nil, ErrDecrypt
	}
	for _, key := range k.keys {
		if plain, ok := key.decrypt(raw); ok {
			return plain, nil
		}
	}
	return nil, ErrDecrypt
}

func (k *fernetKey) encrypt(plain []byte, iv [aes.BlockSize]byte, at time.Time) string {
	padding := aes.BlockSize - len(plain)%aes.BlockSize
	raw := make([]byte, fernetIVEnd, fernetIVEnd+len(plain)+padding+sha256.Size)
	raw[0] = fernetVersion
	binary.BigEndian.PutUint64(raw[1:fernetTimeEnd], uint64(at.Unix()))
	copy(raw[fernetTimeEnd:fernetIVEnd], iv[:])
	raw = append(raw, plain...)
	for range padding {
		raw = append(raw, byte(padding)) // PKCS #7, RFC 5652 §6.3
	}
	cipher.NewCBCEncrypter(k.block(), iv[:]).CryptBlocks(raw[fernetIVEnd:], raw[fernetIVEnd:])
	return base64.URLEncoding.EncodeToString(append(raw, k.sign(raw)...))
}

// decrypt leaves raw as it is. The signature is checked before anything is decrypted, so faults of the padding tell an attacker nothing.
func (k *fernetKey) decrypt(raw []byte) ([]byte, bool) {
	body, signature := raw[:len(raw)-sha256.Size], raw[len(raw)-sha256.Size:]
	if !hmac.Equal(signature, k.sign(body)) {
		return nil, false
	}
	ciphertext := body[fernetIVEnd:]
	if len(ciphertext)%aes.BlockSize != 0 {
		return nil, false
	}
	plain := make([]byte, len(ciphertext))
	cipher.NewCBCDecrypter(k.block(), body[fernetTimeEnd:fernetIVEnd]).CryptBlocks(plain, ciphertext)
	padding := int(plain[len(plain)-1])
	if !within(padding, 1, aes.BlockSize) {
		return nil, false
	}
	for _, b := range plain[len(plain)-padding:] {
		if int(b) != padding {
			return nil, false
		}
	}
	return plain[:len(plain)-padding], true
}

func (k *fernetKey) sign(body []byte) []byte {
	mac := hmac.New(sha256.New, k.signing[:])
	mac.Write(body)
	return mac.Sum(nil)
}

func (k *fernetKey) block() cipher.Block {
	block, err := aes.NewCipher(k.encryption[:])
	if err != nil {
		panic("AES-128 refuses a key of 16 bytes: " + err.Error())
	}
	return block
}
