package auth

import (
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"strconv"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/bcrypt"
)

// Bounds of the cost that a stored form may ask for. They leave room for what existing installations have (Argon2id with 100 MiB and 2
// passes, a million iterations of PBKDF2, bcrypt of cost 12), and keep a tampered row from using up the machine.
const (
	maxMemoryKiB     = 256 << 10
	maxMemoryPasses  = 1 << 20 // KiB times passes
	maxLanes         = 16
	maxIterations    = 5_000_000
	maxBcryptCost    = 15
	minStoredSalt    = 8
	maxStoredSalt    = 64
	minStoredKey     = 16
	maxStoredKey     = 64
	maxStoredLength  = 512
	argon2Parameters = 3
)

var (
	errUnknownForm = errors.New("stored password: unknown form")
	errAbsurdCost  = errors.New("stored password: cost out of bounds")
)

// storedForm is one parsed stored password.
type storedForm interface {
	matches(password string) (bool, error)
	// outdated tells whether the form is to be replaced by a new one after a successful check.
	outdated(cost Cost) bool
}

// parseStored reads the stored forms of access.md §2.6: the name of the algorithm, a dollar sign, and what the algorithm needs. Errors
// never quote the form.
func parseStored(stored string) (storedForm, error) {
	if len(stored) > maxStoredLength {
		return nil, errUnknownForm
	}
	algorithm, rest, _ := strings.Cut(stored, "$")
	switch algorithm {
	case "argon2":
		return parseArgon2(rest)
	case "pbkdf2_sha256":
		return parsePBKDF2(rest, sha256.New, sha256.Size)
	case "pbkdf2_sha1":
		return parsePBKDF2(rest, sha1.New, sha1.Size)
	case "bcrypt_sha256":
		return parseBcrypt(rest)
	}
	return nil, errUnknownForm
}

// parseArgon2 reads argon2id$v=19$m=…,t=…,p=…$salt$key, the last two in base64 without padding.
func parseArgon2(text string) (storedForm, error) {
	parts := strings.Split(text, "$")
	if len(parts) != 5 || parts[0] != "argon2id" || parts[1] != fmt.Sprintf("v=%d", argon2.Version) {
		return nil, errUnknownForm
	}
	costs, err := argon2Costs(parts[2])
	if err != nil {
		return nil, err
	}
	salt, saltErr := base64.RawStdEncoding.Strict().DecodeString(parts[3])
	key, keyErr := base64.RawStdEncoding.Strict().DecodeString(parts[4])
	if saltErr != nil || keyErr != nil || !within(len(salt), minStoredSalt, maxStoredSalt) || !within(len(key), minStoredKey, maxStoredKey) {
		return nil, errUnknownForm
	}
	memory, passes, lanes := costs[0], costs[1], costs[2]
	if !within(lanes, 1, maxLanes) || !within(memory, 8*lanes, maxMemoryKiB) || !within(passes, 1, maxMemoryPasses/memory) {
		return nil, errAbsurdCost
	}
	return argon2Form{memoryKiB: uint32(memory), passes: uint32(passes), lanes: uint8(lanes), salt: salt, key: key}, nil
}

// argon2Costs reads m=…,t=…,p=…
func argon2Costs(text string) (costs [argon2Parameters]int, err error) {
	fields := strings.Split(text, ",")
	if len(fields) != argon2Parameters {
		return costs, errUnknownForm
	}
	for i, name := range [argon2Parameters]string{"m=", "t=", "p="} {
		number, found := strings.CutPrefix(fields[i], name)
		if !found {
			return costs, errUnknownForm
		}
		if costs[i], err = parseCost(number); err != nil {
			return costs, err
		}
	}
	return costs, nil
}

// parseCost reads a cost that fits 31 bits, so that sums and products of it do not overflow.
func parseCost(text string) (int, error) {
	n, err := strconv.ParseUint(text, 10, 31)
	if errors.Is(err, strconv.ErrRange) {
		return 0, errAbsurdCost
	}
	if err != nil {
		return 0, errUnknownForm
	}
	return int(n), nil
}

func (f argon2Form) matches(password string) (bool, error) {
	return equal(f.derive(password, len(f.key)), f.key), nil
}

func (f argon2Form) outdated(cost Cost) bool {
	return f.memoryKiB != cost.MemoryKiB || f.passes != cost.Passes || f.lanes != hashLanes ||
		len(f.salt) < hashSaltBytes || len(f.key) != hashKeyBytes
}

// pbkdf2Form is PBKDF2 with HMAC (RFC 8018). Its salt is text and is used as it stands.
type pbkdf2Form struct {
	newHash    func() hash.Hash
	iterations int
	salt       []byte
	key        []byte
}

// parsePBKDF2 reads iterations$salt$key, the key in base64 with padding.
func parsePBKDF2(text string, newHash func() hash.Hash, size int) (storedForm, error) {
	parts := strings.Split(text, "$")
	if len(parts) != 3 {
		return nil, errUnknownForm
	}
	iterations, err := parseCost(parts[0])
	if err != nil {
		return nil, err
	}
	key, err := base64.StdEncoding.Strict().DecodeString(parts[2])
	if err != nil || len(key) != size || parts[1] == "" {
		return nil, errUnknownForm
	}
	if !within(iterations, 1, maxIterations) {
		return nil, errAbsurdCost
	}
	return pbkdf2Form{newHash: newHash, iterations: iterations, salt: []byte(parts[1]), key: key}, nil
}

func (f pbkdf2Form) matches(password string) (bool, error) {
	key, err := pbkdf2.Key(f.newHash, password, f.salt, f.iterations, len(f.key))
	if err != nil {
		return false, fmt.Errorf("stored password: derive PBKDF2 key: %w", err)
	}
	return equal(key, f.key), nil
}

func (pbkdf2Form) outdated(Cost) bool { return true }

// bcryptForm is bcrypt over the hexadecimal SHA-256 of the password, which lifts bcrypt's limit of 72 bytes.
type bcryptForm []byte

// parseBcrypt reads a bcrypt hash in modular crypt format, $2b$cost$….
func parseBcrypt(text string) (storedForm, error) {
	cost, err := bcrypt.Cost([]byte(text))
	if err != nil {
		return nil, errUnknownForm
	}
	if cost > maxBcryptCost {
		return nil, errAbsurdCost
	}
	return bcryptForm(text), nil
}

func (f bcryptForm) matches(password string) (bool, error) {
	digest := sha256.Sum256([]byte(password))
	err := bcrypt.CompareHashAndPassword(f, []byte(hex.EncodeToString(digest[:])))
	if errors.Is(err, bcrypt.ErrMismatchedHashAndPassword) {
		return false, nil
	}
	if err != nil {
		return false, errUnknownForm
	}
	return true, nil
}

func (bcryptForm) outdated(Cost) bool { return true }

func equal(a, b []byte) bool { return subtle.ConstantTimeCompare(a, b) == 1 }

func within(n, least, most int) bool { return n >= least && n <= most }
