package command_test

import (
	"compress/gzip"
	"crypto/sha256"
	encoding "encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/fxamacker/cbor/v2"
	bolt "go.etcd.io/bbolt"

	"secobserve/auth"
	"secobserve/db"
)

// added is the number of evidences that oldFile adds, so that a migration takes long enough to be killed.
const added = 20_000

// oldFile makes a data file of format 2 with many evidences, and with secrets of a new key, which is set in the environment.
func oldFile(t *testing.T, path string) {
	t.Helper()
	source, err := os.Open("../db/testdata/format2.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close() //nolint:errcheck // opened read-only
	unpacked, err := gzip.NewReader(source)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("FIELD_ENCRYPTION_KEY", auth.NewKey())
	if err := b.Update(func(tx *bolt.Tx) error {
		return errors.Join(addEvidences(tx), tx.Bucket([]byte("records")).Delete([]byte("jwt_secret")))
	}); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
}

func addEvidences(tx *bolt.Tx) error {
	evidences, byObservation := tx.Bucket([]byte("evidences")), tx.Bucket([]byte("evidences/by/observation"))
	texts, uses := tx.Bucket([]byte("texts")), tx.Bucket([]byte("texts/uses"))
	first := encoding.BigEndian.AppendUint64(nil, 1)
	for range added {
		id, err := evidences.NextSequence()
		if err != nil {
			return err
		}
		key := encoding.BigEndian.AppendUint64(nil, id)
		text := fmt.Sprintf("the evidence %d was found %s", id, strings.Repeat("here ", 40))
		sum := sha256.Sum256([]byte(text))
		row, err := cbor.Marshal(map[string]any{"id": id, "observation": 1, "name": "More", "text": sum[:16]})
		if err != nil {
			return err
		}
		for _, entry := range []struct {
			bucket     *bolt.Bucket
			key, value []byte
		}{
			{evidences, key, row}, {byObservation, append(first[:8:8], key...), nil}, {texts, sum[:16], []byte(text)}, {uses, sum[:16], []byte{0, 0, 0, 1}},
		} {
			if err := entry.bucket.Put(entry.key, entry.value); err != nil {
				return err
			}
		}
	}
	return nil
}

// A migration that is killed has happened completely or not at all, and the next start brings it to its end.
func TestKilledDuringMigration(t *testing.T) {
	original := filepath.Join(t.TempDir(), "old.db")
	oldFile(t, original)
	content, err := os.ReadFile(original)
	if err != nil {
		t.Fatal(err)
	}
	undone := 0
	for round := range 5 {
		data := t.TempDir()
		file := filepath.Join(data, "secobserve.db")
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		log := new(output)
		server := exec.Command(binary, "serve", "--listen", freeAddress(t), "--data", data)
		server.Stdout, server.Stderr = log, log
		if err := server.Start(); err != nil {
			t.Fatal(err)
		}
		for deadline := time.Now().Add(20 * time.Second); !strings.Contains(log.String(), "migrating the data file"); time.Sleep(time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("no migration: %s", log.String())
			}
		}
		time.Sleep(time.Duration(rand.IntN(1+40*round)) * time.Millisecond)
		_ = server.Process.Kill()
		_ = server.Wait()
		problems, err := db.Check(file)
		if err != nil && !strings.Contains(err.Error(), "start the server once to migrate it") || len(problems) > 0 {
			t.Fatalf("after the kill: %v %v", err, problems)
		}
		if err != nil {
			undone++
		}
		p := serve(t, data)
		_ = p.command.Process.Signal(os.Interrupt)
		_ = p.command.Wait()
		if problems, err := db.Check(file); err != nil || len(problems) > 0 {
			t.Fatalf("after the next start: %v %v", err, problems)
		}
		b, err := bolt.Open(file, 0o600, &bolt.Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := b.View(func(tx *bolt.Tx) error {
			if n := tx.Bucket([]byte("evidences")).Stats().KeyN; n != 14+added {
				t.Errorf("%d evidences are left", n)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		_ = b.Close()
	}
	if undone == 0 {
		t.Error("every migration was over before the kill")
	}
}

// A backup that is killed leaves nothing that looks like one, and the data file as it was.
func TestKilledDuringBackup(t *testing.T) {
	data := t.TempDir()
	file := filepath.Join(data, "secobserve.db")
	oldFile(t, file)
	p := serve(t, data)
	out, err := exec.Command(binary, "user", "reset-password", "--data", data, "admin").CombinedOutput()
	if err == nil {
		t.Fatalf("a password was reset under a running server: %s", out)
	}
	_ = p.command.Process.Signal(os.Interrupt)
	_ = p.command.Wait()
	if out, err = exec.Command(binary, "user", "reset-password", "--data", data, "admin").CombinedOutput(); err != nil {
		t.Fatal(string(out))
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	target := filepath.Join(t.TempDir(), "backup.db")
	command := exec.Command(binary, "backup", "--data", data, target)
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	for command.ProcessState == nil { // killed as soon as the first bytes are written
		if info, err := os.Stat(target + ".part"); err == nil && info.Size() > 0 {
			_ = command.Process.Kill()
			_ = command.Wait()
		}
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("the part of a backup has the name of a complete one")
	}
	if after, err := os.ReadFile(file); err != nil || string(after) != string(before) {
		t.Errorf("the backup changed the data file (%v)", err)
	}
	if out, err := exec.Command(binary, "backup", "--data", data, target).CombinedOutput(); err != nil {
		t.Errorf("the next backup: %v %s", err, out)
	}
	if problems, err := db.Check(target); err != nil || len(problems) > 0 {
		t.Errorf("the next backup: %v %v", err, problems)
	}

	p = serve(t, data)
	if status := p.login(strings.TrimSpace(string(out))); status != 200 {
		t.Fatalf("login: %d", status)
	}
	r, err := http.NewRequest("GET", p.base+"/api/backup/", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "JWT "+p.jwt)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close() //nolint:errcheck // it breaks off
	if answer.StatusCode != 200 {
		t.Fatalf("backup: %d", answer.StatusCode)
	}
	if _, err := io.ReadFull(answer.Body, make([]byte, 4096)); err != nil {
		t.Fatal(err)
	}
	_ = p.command.Process.Kill()
	_ = p.command.Wait()
	if _, err := io.Copy(io.Discard, answer.Body); err == nil {
		t.Error("a client takes a part of a backup for a complete one")
	}
	if problems, err := db.Check(file); err != nil || len(problems) > 0 {
		t.Errorf("after the kill: %v %v", err, problems)
	}
}
