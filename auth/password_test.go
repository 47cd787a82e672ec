package auth

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
)

const password = "Blue-Harbor-77"

// Stored forms of password, made by other implementations (Python's hashlib and cryptography, libxcrypt).
const (
	currentForm = "argon2$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$IamFw7U65GsOyj7DglOKn6Y9ZBl3jSfcNWmfBx/yMUA"
	oldForm     = "argon2$argon2id$v=19$m=102400,t=2,p=8$MDEyMzQ1Njc4OWFiY2RlZg$Zty8eBaqyuKg5XuUJZsnYKtOuNItsI9dMiWZb0Kneaw"
	pbkdf2Form1 = "pbkdf2_sha1$1000$saltsaltsalt$oKZd/oX1kix6PhxbUisUH6AtBas="
	pbkdf2Form2 = "pbkdf2_sha256$1000$saltsaltsalt$qFfYayktYiYfJmkzHjla2AqdpLxcp+jkkhjaVmn1e3Q="
	bcryptForm2 = "bcrypt_sha256$$2b$04$abcdefghijklmnopqrstuuE.Wj7pCpo7JKYp8xYM/fPk1Rn4LSGo."
)

// Forms of another cost than that of the hasher are outdated.
func TestCost(t *testing.T) {
	for _, cost := range []Cost{{MemoryKiB: 64, Passes: 1}, {MemoryKiB: 128, Passes: 1}, {MemoryKiB: 64, Passes: 2}} {
		stored, err := NewHasher(1, cost).Hash(t.Context(), password)
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("$m=%d,t=%d,", cost.MemoryKiB, cost.Passes); !strings.Contains(stored, want) {
			t.Errorf("%s has not %s", stored, want)
		}
		ok, rehash, err := NewHasher(1, Cost{MemoryKiB: 64, Passes: 1}).Verify(t.Context(), stored, password)
		if want := cost != (Cost{MemoryKiB: 64, Passes: 1}); !ok || rehash != want || err != nil {
			t.Errorf("%+v: %v, %v, %v", cost, ok, rehash, err)
		}
	}
}

func TestVerifyStoredForms(t *testing.T) {
	hasher := NewHasher(1, RecommendedCost)
	for name, test := range map[string]struct {
		stored, password string
		ok, rehash       bool
	}{
		"current":                    {currentForm, password, true, false},
		"current, wrong":             {currentForm, "Blue-Harbor-78", false, false},
		"current, blank behind":      {currentForm, password + " ", false, false},
		"current, other case":        {currentForm, strings.ToLower(password), false, false},
		"current, empty":             {currentForm, "", false, false},
		"100 MiB, 8 lanes":           {oldForm, password, true, true},
		"100 MiB, 8 lanes, wrong":    {oldForm, "x", false, false},
		"PBKDF2 SHA-256":             {pbkdf2Form2, password, true, true},
		"PBKDF2 SHA-256, wrong":      {pbkdf2Form2, "x", false, false},
		"PBKDF2 SHA-1":               {pbkdf2Form1, password, true, true},
		"PBKDF2 SHA-1, wrong":        {pbkdf2Form1, "x", false, false},
		"bcrypt":                     {bcryptForm2, password, true, true},
		"bcrypt, wrong":              {bcryptForm2, "x", false, false},
		"no password":                {"", "", false, false},
		"unusable":                   {UnusablePassword(), "", false, false},
		"unusable, marker as pw":     {"!abc", "!abc", false, false},
		"unusable with a good form":  {"!" + currentForm, password, false, false},
		"pbkdf2 form of other hash":  {strings.Replace(pbkdf2Form2, "sha256$1000", "sha256$1001", 1), password, false, false},
		"argon2 form with other t":   {strings.Replace(currentForm, "t=2", "t=3", 1), password, false, false},
		"argon2 form of other salts": {strings.Replace(currentForm, "MDEy", "MDEz", 1), password, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			ok, rehash, err := hasher.Verify(t.Context(), test.stored, test.password)
			if err != nil || ok != test.ok || rehash != test.rehash {
				t.Errorf("got %v, %v, %v; want %v, %v", ok, rehash, err, test.ok, test.rehash)
			}
		})
	}
}

func TestVerifyRefusesForms(t *testing.T) {
	const tail = "$MDEyMzQ1Njc4OWFiY2RlZg$IamFw7U65GsOyj7DglOKn6Y9ZBl3jSfcNWmfBx/yMUA"
	hasher := NewHasher(1, RecommendedCost)
	for stored, want := range map[string]error{
		"plain":         errUnknownForm,
		password:        errUnknownForm,
		"md5$salt$hash": errUnknownForm,
		"argon2$":       errUnknownForm,
		"argon2$argon2i$v=19$m=19456,t=2,p=1" + tail:                                 errUnknownForm,
		"argon2$argon2id$v=16$m=19456,t=2,p=1" + tail:                                errUnknownForm,
		"argon2$argon2id$v=19$t=2,m=19456,p=1" + tail:                                errUnknownForm,
		"argon2$argon2id$v=19$m=19456,t=2" + tail:                                    errUnknownForm,
		"argon2$argon2id$v=19$m=x,t=2,p=1" + tail:                                    errUnknownForm,
		"argon2$argon2id$v=19$m=-1,t=2,p=1" + tail:                                   errUnknownForm,
		"argon2$argon2id$v=19$m=19456,t=2,p=1" + tail + "$":                          errUnknownForm,
		"argon2$argon2id$v=19$m=19456,t=2,p=1$MDEy$IamFw7U65GsOyj7DglOKnw":           errUnknownForm,
		"argon2$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$IamF":           errUnknownForm,
		"argon2$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$":               errUnknownForm,
		"argon2$argon2id$v=19$m=4194304,t=2,p=1" + tail:                              errAbsurdCost,
		"argon2$argon2id$v=19$m=99999999999999,t=2,p=1" + tail:                       errAbsurdCost,
		"argon2$argon2id$v=19$m=19456,t=1000000,p=1" + tail:                          errAbsurdCost,
		"argon2$argon2id$v=19$m=19456,t=0,p=1" + tail:                                errAbsurdCost,
		"argon2$argon2id$v=19$m=19456,t=2,p=0" + tail:                                errAbsurdCost,
		"argon2$argon2id$v=19$m=19456,t=2,p=200" + tail:                              errAbsurdCost,
		"argon2$argon2id$v=19$m=8,t=2,p=8" + tail:                                    errAbsurdCost,
		"pbkdf2_sha256$1000$salt":                                                    errUnknownForm,
		"pbkdf2_sha256$1000$salt$c2hvcnQ=":                                           errUnknownForm,
		"pbkdf2_sha256$1000$$qFfYayktYiYfJmkzHjla2AqdpLxcp+jkkhjaVmn1e3Q=":           errUnknownForm,
		"pbkdf2_sha256$0$s$qFfYayktYiYfJmkzHjla2AqdpLxcp+jkkhjaVmn1e3Q=":             errAbsurdCost,
		"pbkdf2_sha256$2000000000$s$qFfYayktYiYfJmkzHjla2AqdpLxcp+jkkhjaVmn1e3Q=":    errAbsurdCost,
		"bcrypt_sha256$$2b$31$abcdefghijklmnopqrstuuE.Wj7pCpo7JKYp8xYM/fPk1Rn4LSGo.": errAbsurdCost,
		"bcrypt_sha256$$2b$04$short":                                                 errUnknownForm,
		"bcrypt_sha256$":                                                             errUnknownForm,
		strings.Repeat("argon2$", 1000):                                              errUnknownForm,
	} {
		t.Run(stored[:min(60, len(stored))], func(t *testing.T) {
			ok, rehash, err := hasher.Verify(t.Context(), stored, password)
			if ok || rehash || !errors.Is(err, want) {
				t.Fatalf("got %v, %v, %v; want %v", ok, rehash, err, want)
			}
			if strings.Contains(err.Error(), "$") {
				t.Errorf("the error quotes the stored form: %v", err)
			}
		})
	}
}

func TestHash(t *testing.T) {
	hasher := NewHasher(0, RecommendedCost)
	form := regexp.MustCompile(`^argon2\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$`)
	seen := map[string]bool{}
	for _, given := range []string{password, password, "", "  blanks  ", "pässwörd\x00\xff", strings.Repeat("long", 1000)} {
		stored, err := hasher.Hash(t.Context(), given)
		if err != nil || !form.MatchString(stored) {
			t.Fatalf("Hash(%q) = %q, %v", given, stored, err)
		}
		if seen[stored] {
			t.Errorf("two hashes are equal: the salt is not random")
		}
		seen[stored] = true
		if ok, rehash, err := hasher.Verify(t.Context(), stored, given); !ok || rehash || err != nil {
			t.Errorf("Verify of Hash(%q): %v, %v, %v", given, ok, rehash, err)
		}
		if ok, _, _ := hasher.Verify(t.Context(), stored, given+" "); ok {
			t.Errorf("a blank behind %q does not matter", given)
		}
	}
}

func TestHasherWaitsForItsTurn(t *testing.T) {
	hasher := NewHasher(1, RecommendedCost)
	release, err := hasher.acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := hasher.Hash(ctx, password); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Hash while another works: %v", err)
	}
	if ok, _, err := hasher.Verify(ctx, currentForm, password); ok || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("Verify while another works: %v, %v", ok, err)
	}
	if err := hasher.VerifyDummy(ctx, password); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("VerifyDummy while another works: %v", err)
	}
	release()
	if err := hasher.VerifyDummy(t.Context(), password); err != nil {
		t.Errorf("VerifyDummy: %v", err)
	}
	if ok, _, err := hasher.Verify(t.Context(), currentForm, password); !ok || err != nil {
		t.Errorf("Verify after the release: %v, %v", ok, err)
	}
}

func TestUnusablePassword(t *testing.T) {
	first, second := UnusablePassword(), UnusablePassword()
	if first == second || len(first) != 41 {
		t.Errorf("got %q and %q", first, second)
	}
	for stored, want := range map[string]bool{"": false, first: false, "!": false, currentForm: true} {
		if got := UsablePassword(stored); got != want {
			t.Errorf("UsablePassword(%q) = %v", stored, got)
		}
	}
}

func FuzzParseStored(f *testing.F) {
	for _, seed := range []string{currentForm, oldForm, pbkdf2Form1, pbkdf2Form2, bcryptForm2, "", "!x", "argon2$argon2id$v=19$m=1,t=1,p=1$$"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, stored string) {
		form, err := parseStored(stored)
		if err != nil {
			return
		}
		switch form := form.(type) {
		case argon2Form:
			if form.memoryKiB > maxMemoryKiB || int(form.memoryKiB)*int(form.passes) > maxMemoryPasses || form.passes == 0 || form.lanes == 0 {
				t.Errorf("cost out of bounds: %+v", form)
			}
			again, err := parseStored(form.String())
			if err != nil || again.(argon2Form).String() != form.String() {
				t.Errorf("%q reads back as %v, %v", form, again, err)
			}
		case pbkdf2Form:
			if form.iterations < 1 || form.iterations > maxIterations {
				t.Errorf("cost out of bounds: %d", form.iterations)
			}
		}
	})
}

func BenchmarkHash(b *testing.B) {
	b.ReportAllocs()
	hasher := NewHasher(1, RecommendedCost)
	for b.Loop() {
		if _, err := hasher.Hash(b.Context(), password); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVerifyPassword(b *testing.B) {
	b.ReportAllocs()
	hasher := NewHasher(1, RecommendedCost)
	for b.Loop() {
		if ok, _, _ := hasher.Verify(b.Context(), currentForm, password); !ok {
			b.Fatal("refused")
		}
	}
}
