package auth

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/crypto/argon2"
)

// Cost is what a hash costs whoever makes it.
type Cost struct {
	MemoryKiB, Passes uint32
}

// RecommendedCost is the second of the equivalent settings that the OWASP Password Storage Cheat Sheet recommends for Argon2id, the one for
// machines with little memory.
var RecommendedCost = Cost{MemoryKiB: 19456, Passes: 2}

const (
	hashLanes     = 1
	hashSaltBytes = 16
	hashKeyBytes  = 32
)

const (
	// unusablePrefix starts the stored form of accounts that never log in by password (access.md §2.6).
	unusablePrefix = "!"
	unusableLength = 40
)

// Hasher makes and checks password hashes, a bounded number at a time: each holds 19 MiB of memory and a processor for some tens of
// milliseconds, so that more at once would only make all of them slower. The memory is left to the garbage collector, which keeps two such
// blocks around per parallel hash (measured: 50 MiB resident for the whole process under load, with one at a time). Passwords are taken
// as they are, never trimmed.
type Hasher struct {
	slots chan struct{}
	cost  Cost // of new hashes
}

// NewHasher returns a hasher that works on at most parallel passwords at a time; less than 1 means half of the processors, but at least one.
// A server uses [RecommendedCost].
func NewHasher(parallel int, cost Cost) *Hasher {
	if parallel < 1 {
		parallel = max(1, runtime.NumCPU()/2)
	}
	return &Hasher{slots: make(chan struct{}, parallel), cost: cost}
}

// Hash returns the form of a password that is stored: argon2$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>. It waits for its turn and fails
// only when ctx ends before that.
func (h *Hasher) Hash(ctx context.Context, password string) (string, error) {
	release, err := h.acquire(ctx)
	if err != nil {
		return "", fmt.Errorf("hash password: %w", err)
	}
	defer release()
	form := h.cost.form(make([]byte, hashSaltBytes))
	rand.Read(form.salt)
	form.key = form.derive(password, hashKeyBytes)
	return form.String(), nil
}

// Verify tells whether the password belongs to the stored form, and if so, whether the form is outdated and should be replaced by a new
// Hash. It waits for its turn.
//
// Accepted are Argon2id with any bounded parameters, PBKDF2 with SHA-256 or SHA-1, and bcrypt over SHA-256 (access.md §2.6). The
// empty form and the unusable marker never verify, and take as long as a wrong password does. An error is the end of ctx, or a form that
// this server does not know or whose cost is absurd; the login is to be refused then as well. It says nothing of what the form holds.
func (h *Hasher) Verify(ctx context.Context, stored, password string) (ok, rehash bool, err error) {
	release, err := h.acquire(ctx)
	if err != nil {
		return false, false, fmt.Errorf("verify password: %w", err)
	}
	defer release()
	if !UsablePassword(stored) {
		h.spendTime(password)
		return false, false, nil
	}
	form, err := parseStored(stored)
	if err != nil {
		h.spendTime(password)
		return false, false, fmt.Errorf("verify password: %w", err)
	}
	ok, err = form.matches(password)
	if err != nil {
		return false, false, fmt.Errorf("verify password: %w", err)
	}
	return ok, ok && form.outdated(h.cost), nil
}

// VerifyDummy takes as long as Verify does and verifies nothing, so that the time of an answer does not tell whether a user exists. It
// fails only when ctx ends before its turn.
func (h *Hasher) VerifyDummy(ctx context.Context, password string) error {
	release, err := h.acquire(ctx)
	if err != nil {
		return fmt.Errorf("verify password of unknown user: %w", err)
	}
	defer release()
	h.spendTime(password)
	return nil
}

func (h *Hasher) acquire(ctx context.Context) (release func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case h.slots <- struct{}{}:
		return func() { <-h.slots }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (h *Hasher) spendTime(password string) {
	h.cost.form(make([]byte, hashSaltBytes)).derive(password, hashKeyBytes)
}

// UnusablePassword returns a stored form that never verifies, for accounts that have no password and shall get none: OpenID Connect
// users and the hidden users of product tokens. It is random, so that forms of two users are never equal.
func UnusablePassword() string { return unusablePrefix + randomAlphanumeric(unusableLength) }

// UsablePassword tells whether a stored form can verify at all: `has_password` of access.md §2.2.
func UsablePassword(stored string) bool {
	return stored != "" && !strings.HasPrefix(stored, unusablePrefix)
}

// argon2Form is the stored form of Argon2id (RFC 9106), version 19.
type argon2Form struct {
	memoryKiB uint32
	passes    uint32
	lanes     uint8
	salt      []byte
	key       []byte
}

// form is that of new hashes.
func (c Cost) form(salt []byte) argon2Form {
	return argon2Form{memoryKiB: c.MemoryKiB, passes: c.Passes, lanes: hashLanes, salt: salt}
}

func (f argon2Form) derive(password string, length int) []byte {
	return argon2.IDKey([]byte(password), f.salt, f.passes, f.memoryKiB, f.lanes, uint32(length))
}

// String writes the PHC string format after the name of the algorithm.
func (f argon2Form) String() string {
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("argon2$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s",
		argon2.Version, f.memoryKiB, f.passes, f.lanes, b64.EncodeToString(f.salt), b64.EncodeToString(f.key))
}
