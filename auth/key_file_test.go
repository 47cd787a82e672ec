package auth

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

func TestKeyFileIsCreatedOnce(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "field.key")
	created, err := LoadOrCreateKeyFile(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %o", info.Mode().Perm())
	}
	loaded, err := LoadOrCreateKeyFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if plain, err := loaded.Decrypt(created.Encrypt([]byte("x"))); err != nil || string(plain) != "x" {
		t.Errorf("the second start has another key: %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("files left behind: %v, %v", entries, err)
	}
}

func TestKeyFileIsReadAsItIs(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		mode os.FileMode
		want string // in the error; "" is none
	}{
		"one key":                 {specKey + "\n", 0o600, ""},
		"two keys":                {otherKey + "," + specKey, 0o400, ""},
		"group may read":          {specKey, 0o440, ""},
		"others may read":         {specKey, 0o644, "is open to every user of this machine (mode 0644): run chmod 600 on it"},
		"others may write":        {specKey, 0o602, "is open to every user of this machine (mode 0602)"},
		"empty":                   {"", 0o600, "field encryption key 1: want url-safe base64 of 32 bytes"},
		"damaged":                 {specKey[:20], 0o600, "field encryption key 1: want url-safe base64 of 32 bytes"},
		"something huge in place": {strings.Repeat("x", 1<<20), 0o600, "field encryption key 1: want url-safe base64 of 32 bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			if runtime.GOOS == "windows" && test.mode&0o007 != 0 {
				t.Skip("Windows has no permission bits")
			}
			path := filepath.Join(t.TempDir(), "field.key")
			if err := os.WriteFile(path, []byte(test.text), 0o600); err != nil {
				t.Fatal(err)
			}
			if err := os.Chmod(path, test.mode); err != nil {
				t.Fatal(err)
			}
			keys, err := LoadOrCreateKeyFile(path)
			if test.want == "" {
				if _, err := keys.Decrypt(specToken); err != nil {
					t.Error(err)
				}
			} else if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
			if text, err := os.ReadFile(path); err != nil || string(text) != test.text {
				t.Errorf("the file was changed: %v", err)
			}
		})
	}
}

func TestKeyFileWithoutFolder(t *testing.T) {
	if _, err := LoadOrCreateKeyFile(filepath.Join(t.TempDir(), "missing", "field.key")); err == nil {
		t.Error("no error")
	}
}

func TestKeyFileOfTwoAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "field.key")
	var starts sync.WaitGroup
	all := make([]Keys, 8)
	for i := range all {
		starts.Go(func() {
			keys, err := LoadOrCreateKeyFile(path)
			if err != nil {
				t.Error(err)
			}
			all[i] = keys
		})
	}
	starts.Wait()
	for i, keys := range all {
		if len(keys.keys) != 1 || keys.keys[0] != all[0].keys[0] {
			t.Errorf("start %d has another key", i)
		}
	}
}
