package db

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"secobserve/model"
)

func open(t *testing.T) (*Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data", "secobserve.db")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return s, path
}

func update(t *testing.T, s *Store, f func(tx *Tx) error) {
	t.Helper()
	if err := s.Update(context.Background(), f); err != nil {
		t.Fatal(err)
	}
}

// fill stores a product with a branch, a service and an observation that uses both, with a log and evidences that share a text.
func fill(tx *Tx) error {
	p := &model.Product{Name: "Shop"}
	if err := Products.Insert(tx, p); err != nil {
		return err
	}
	b := &model.Branch{Product: p.ID, Name: "main"}
	if err := Branches.Insert(tx, b); err != nil {
		return err
	}
	s := &model.Service{Product: p.ID, Name: "api"}
	if err := Services.Insert(tx, s); err != nil {
		return err
	}
	parser := &model.Parser{Name: "SARIF"}
	if err := Parsers.Insert(tx, parser); err != nil {
		return err
	}
	u := &model.User{Username: "mira"}
	if err := Users.Insert(tx, u); err != nil {
		return err
	}
	for range 2 {
		o := &model.Observation{Product: p.ID, Branch: b.ID, OriginService: s.ID, Parser: parser.ID, Title: "weak", CurrentStatus: model.StatusOpen}
		if err := Observations.Insert(tx, o); err != nil {
			return err
		}
		if err := ObservationLogs.Insert(tx, &model.ObservationLog{Observation: o.ID, User: u.ID}); err != nil {
			return err
		}
		sum := [16]byte{1}
		if err := PutText(tx, sum, func() string { return "text" }); err != nil {
			return err
		}
		if err := Evidences.Insert(tx, &model.Evidence{Observation: o.ID, Name: "Rule", Text: sum[:]}); err != nil {
			return err
		}
	}
	return nil
}

func sound(t *testing.T, path string) {
	t.Helper()
	problems, err := Check(path)
	if err != nil || len(problems) > 0 {
		t.Fatalf("check: %v %v", err, problems)
	}
}

func TestDeletes(t *testing.T) {
	s, path := open(t)
	update(t, s, fill)
	for _, test := range []struct {
		name string
		run  func(tx *Tx) error
		want string
	}{
		{"product", func(tx *Tx) error { return Products.Delete(tx, 1) }, "Cannot delete Product because it still has Services, Observations."},
		{"service", func(tx *Tx) error { return Services.Delete(tx, 1) }, "Cannot delete Service because it still has Observations."},
		{"user", func(tx *Tx) error { return Users.Delete(tx, 1) }, "Cannot delete User because it still has Observation_Logs."},
	} {
		var protected *ProtectedError
		err := s.Update(context.Background(), test.run)
		if !errors.As(err, &protected) || protected.Error() != test.want {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
	update(t, s, func(tx *Tx) error { return Branches.Delete(tx, 1) })
	update(t, s, func(tx *Tx) error {
		for name, n := range map[string]int{"observations": Observations.Index(tx).Len(), "logs": ObservationLogs.Index(tx).Len(), "evidences": Evidences.Index(tx).Len()} {
			if n != 0 {
				t.Errorf("%d %s are left after their branch has gone", n, name)
			}
		}
		if Text(tx, bytes.Repeat([]byte{0}, 16)) != "" || tx.bucket(textBodiesBucket).Stats().KeyN != 0 {
			t.Error("the text of the evidences is left")
		}
		return Products.Delete(tx, 1)
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	sound(t, path)
}

func TestRollbackLeavesNothing(t *testing.T) {
	s, path := open(t)
	stop := errors.New("stop")
	if err := s.Update(context.Background(), func(tx *Tx) error { return errors.Join(fill(tx), stop) }); !errors.Is(err, stop) {
		t.Fatal(err)
	}
	update(t, s, fill) // the same ids and unique keys are free
	var taken *UniqueError
	if err := s.Update(context.Background(), fill); !errors.As(err, &taken) || taken.Table != "products" {
		t.Errorf("a second product of the same name: %v", err)
	}
	if err := s.View(context.Background(), func(tx *Tx) error {
		if n := Observations.Referring(tx, "product", 1).GetCardinality(); n != 2 {
			t.Errorf("%d observations of the product", n)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	sound(t, path)
}

// What a reader sees stays as it is while a writer commits: rows and index alike.
func TestReadersSeeOneState(t *testing.T) {
	s, _ := open(t)
	defer s.Close() //nolint:errcheck // the test is over
	update(t, s, fill)
	if err := s.View(context.Background(), func(tx *Tx) error {
		done := make(chan error)
		go func() {
			done <- s.Update(context.Background(), func(tx *Tx) error { return Branches.Delete(tx, 1) })
		}()
		if err := <-done; err != nil {
			return err
		}
		if n := Observations.Index(tx).Len(); n != 2 {
			t.Errorf("the index has %d observations", n)
		}
		_, err := Observations.Get(tx, 1)
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

func TestIndexIsRebuiltAtStart(t *testing.T) {
	s, path := open(t)
	update(t, s, fill)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // the test is over
	if err := s.View(context.Background(), func(tx *Tx) error {
		if n := Observations.Index(tx).EqualText(Observations.Column("current_status"), "Open").GetCardinality(); n != 2 {
			t.Errorf("%d open observations", n)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); !errors.Is(err, ErrLocked) {
		t.Errorf("a second process: %v", err)
	}
}

func TestNewerFileIsRefused(t *testing.T) {
	s, path := open(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Update(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(metaBucket)).Put([]byte(formatKey), binary.BigEndian.AppendUint32(nil, uint32(Format()+1)))
	}); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); !errors.Is(err, ErrNewer) {
		t.Errorf("open: %v", err)
	}
}

func TestBackupAndRestore(t *testing.T) {
	s, path := open(t)
	update(t, s, fill)
	var copied bytes.Buffer
	if err := s.View(context.Background(), func(tx *Tx) error {
		_, err := tx.WriteTo(&copied)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	update(t, s, func(tx *Tx) error { return Branches.Delete(tx, 1) })
	hot := filepath.Join(t.TempDir(), "hot.db")
	if err := os.WriteFile(hot, copied.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Restore(path, hot); !errors.Is(err, ErrLocked) {
		t.Errorf("restore under a running server: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Restore(path, hot); err != nil {
		t.Fatal(err)
	}
	if err := Restore(path, hot); err == nil || !strings.Contains(err.Error(), "move it away first") {
		t.Errorf("a second restore over the data that the first one kept: %v", err)
	}
	sound(t, path+".before-restore")
	cold := filepath.Join(t.TempDir(), "cold.db")
	if err := Backup(path, cold); err != nil {
		t.Fatal(err)
	}
	sound(t, cold)
	if err := Backup(path, cold); !errors.Is(err, os.ErrExist) {
		t.Errorf("a backup over another one: %v", err)
	}
	if parts, _ := filepath.Glob(filepath.Join(filepath.Dir(cold), "*"+partSuffix)); len(parts) > 0 {
		t.Errorf("left are %v", parts)
	}
	damaged := filepath.Join(t.TempDir(), "damaged.db")
	if err := os.WriteFile(damaged, copied.Bytes()[:copied.Len()/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Restore(path, damaged); err == nil {
		t.Error("a damaged backup was restored")
	}
	sound(t, path)
}

// Damage that bbolt itself cannot see is found.
func TestCheckFindsDamage(t *testing.T) {
	for _, test := range []struct {
		name   string
		damage func(tx *bolt.Tx) error
	}{
		{"missing unique key", func(tx *bolt.Tx) error { return tx.Bucket([]byte("products/unique/name")).Delete(Key("Shop")) }},
		{"surplus unique key", func(tx *bolt.Tx) error { return tx.Bucket([]byte("products/unique/name")).Put(Key("Ghost"), rowKey(9)) }},
		{"missing row", func(tx *bolt.Tx) error { return tx.Bucket([]byte("branches")).Delete(rowKey(1)) }},
		{"undecodable row", func(tx *bolt.Tx) error { return tx.Bucket([]byte("branches")).Put(rowKey(1), []byte{0xff}) }},
		{"missing relation", func(tx *bolt.Tx) error { return tx.Bucket([]byte("evidences/by/observation")).Delete(pairKey(1, 1)) }},
		{"missing text", func(tx *bolt.Tx) error { return tx.Bucket([]byte("texts/bodies")).Delete(rowKey(1)) }},
		{"undecodable text", func(tx *bolt.Tx) error {
			return tx.Bucket([]byte("texts/bodies")).Put(rowKey(1), []byte{packedBy1, 0xff})
		}},
		{"missing key of a text", func(tx *bolt.Tx) error { sum := [16]byte{1}; return tx.Bucket([]byte("texts/keys")).Delete(sum[:]) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, path := open(t)
			update(t, s, fill)
			if err := s.bolt.Update(test.damage); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			problems, err := Check(path)
			if err != nil || len(problems) == 0 {
				t.Errorf("problems %v, error %v", problems, err)
			}
		})
	}
}

// A panic in a write transaction leaves nothing and does not keep others from writing.
func TestUpdate_Panic(t *testing.T) {
	s, _ := open(t)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic did not go on")
			}
		}()
		_ = s.Update(context.Background(), func(tx *Tx) error {
			if err := Users.Insert(tx, &model.User{Username: "half"}); err != nil {
				t.Error(err)
			}
			panic("boom")
		})
	}()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := s.Update(ctx, func(tx *Tx) error { return Users.Insert(tx, &model.User{Username: "whole"}) }); err != nil {
		t.Errorf("a write after the panic: %v", err)
	}
	if err := s.View(ctx, func(tx *Tx) error {
		if n := Users.Index(tx).All().GetCardinality(); n != 1 {
			t.Errorf("%d users are stored", n)
		}
		return nil
	}); err != nil {
		t.Error(err)
	}
}
