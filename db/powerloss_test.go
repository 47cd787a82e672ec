package db_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"secobserve/db"
	"secobserve/model"
)

// twoStates is a data file before and after a commit.
func twoStates(t *testing.T) (before, after []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "secobserve.db")
	store, err := db.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close() //nolint:errcheck // its content has been read
	add := func(n int, name string) {
		t.Helper()
		err := store.Update(context.Background(), func(tx *db.Tx) error {
			for i := range n {
				p := model.NewProduct(1)
				p.Name, p.Description = fmt.Sprintf("%s %d", name, i), fmt.Sprintf("%d %0900d", i, rand.Uint64())
				if err := db.Products.Insert(tx, &p); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	read := func() []byte {
		t.Helper()
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	for i := range 5 {
		add(200, fmt.Sprintf("old %d", i)) // the file has free pages then, which the next commits take
	}
	before = read()
	add(300, "new")
	return before, read()
}

// counted opens a data file that power loss has left, checks it and counts its products.
func counted(t *testing.T, content []byte) (products int, err error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "secobserve.db")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	store, err := db.Open(file)
	if err != nil {
		return 0, err
	}
	err = store.View(context.Background(), func(tx *db.Tx) error {
		for _, err := range db.Products.All(tx) {
			if err != nil {
				return err
			}
			products++
		}
		return nil
	})
	if closing := store.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return 0, err
	}
	problems, err := db.Check(file)
	if err == nil && len(problems) > 0 {
		err = fmt.Errorf("%v", problems)
	}
	return products, err
}

const (
	pageBytes = 4096
	// metas is how many pages at the begin of a file tell where its trees begin; commits write them in turns, after all other pages.
	metas = 2
)

// changed lists the pages that a commit has written, the meta page apart.
func changed(before, after []byte) (meta int, pages []int) {
	for page := range len(after) / pageBytes {
		at := page * pageBytes
		if at < len(before) && bytes.Equal(before[at:at+pageBytes], after[at:at+pageBytes]) {
			continue
		}
		if page < metas {
			meta = page
			continue
		}
		pages = append(pages, page)
	}
	return meta, pages
}

func copyPage(to, from []byte, page int) {
	copy(to[page*pageBytes:(page+1)*pageBytes], from[page*pageBytes:])
}

// TestPowerLoss_BeforeTheSync: of a commit whose pages were not synced yet, any may be on the disk, in any order, or the half of one. The
// state before it is there, whole.
func TestPowerLoss_BeforeTheSync(t *testing.T) {
	before, after := twoStates(t)
	_, pages := changed(before, after)
	if len(pages) < 10 {
		t.Fatalf("the commit has written %d pages only", len(pages))
	}
	for round := range 20 {
		lost := make([]byte, len(after))
		copy(lost, before)
		rand.Shuffle(len(pages), func(i, j int) { pages[i], pages[j] = pages[j], pages[i] })
		written := pages[:rand.IntN(len(pages)+1)]
		for _, page := range written {
			copyPage(lost, after, page)
		}
		if len(written) > 0 {
			torn := written[len(written)-1] * pageBytes
			clear(lost[torn+pageBytes/2 : torn+pageBytes])
		}
		if round%2 == 0 { // the file had not grown yet
			lost = lost[:max(len(before), (slices.Max(append(written, 0))+1)*pageBytes)]
		}
		if products, err := counted(t, lost); err != nil || products != 1000 {
			t.Errorf("with %d of %d pages: %d products of 1000, %v", len(written), len(pages), products, err)
		}
	}
}

// TestPowerLoss_InTheMetaPage: the meta page, which is written last, may be there in part. Then the state before is there, else the new one.
func TestPowerLoss_InTheMetaPage(t *testing.T) {
	before, after := twoStates(t)
	meta, _ := changed(before, after)
	for _, written := range []int{0, 1, 16, 24, 40, 56, 63, 64, 72, 79, 80, 512, pageBytes} {
		lost := bytes.Clone(after)
		copyPage(lost, before, meta)
		copy(lost[meta*pageBytes:], after[meta*pageBytes:meta*pageBytes+written])
		products, err := counted(t, lost)
		if err != nil || products != 1000 && products != 1300 {
			t.Errorf("with %d bytes of the meta page: %d products, %v", written, products, err)
		}
		if written == 0 && products != 1000 || written == pageBytes && products != 1300 {
			t.Errorf("with %d bytes of the meta page: %d products", written, products)
		}
	}
}

// TestPowerLoss_LyingDisk: a disk that says synced too early may have the meta page without pages that it speaks of, or a file that is too
// short. Nobody takes that for sound data, and the backup of the state before can be restored over it.
func TestPowerLoss_LyingDisk(t *testing.T) {
	before, after := twoStates(t)
	_, pages := changed(before, after)
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := os.WriteFile(backup, before, 0o600); err != nil {
		t.Fatal(err)
	}
	for round := range 18 {
		lost := bytes.Clone(after)
		unwritten := make([]int, 1+rand.IntN(len(pages)/2))
		for i := range unwritten {
			unwritten[i] = pages[rand.IntN(len(pages))]
		}
		switch round % 3 {
		case 0:
			lost = lost[:(metas+rand.IntN(len(lost)/pageBytes/2))*pageBytes]
		case 1:
			for _, page := range unwritten {
				clear(lost[page*pageBytes : (page+1)*pageBytes])
			}
		default: // they are what they were before
			for _, page := range unwritten {
				clear(lost[page*pageBytes : (page+1)*pageBytes])
				if (page+1)*pageBytes <= len(before) {
					copyPage(lost, before, page)
				}
			}
		}
		file := filepath.Join(t.TempDir(), "secobserve.db")
		if err := os.WriteFile(file, lost, 0o600); err != nil {
			t.Fatal(err)
		}
		tried := file + ".tried"
		if err := os.WriteFile(tried, lost, 0o600); err != nil {
			t.Fatal(err)
		}
		if store, err := db.Open(tried); err == nil { // it may be that nobody looks at what is lost
			if err := store.Close(); err != nil {
				t.Error(err)
			}
		} else if !strings.Contains(err.Error(), tried) {
			t.Errorf("round %d: open does not name the file: %v", round, err)
		}
		problems, err := db.Check(file)
		if err == nil && len(problems) == 0 {
			if products, err := counted(t, lost); err != nil || products != 1300 {
				t.Errorf("round %d: a damaged file passes the check and has %d products, %v", round, products, err)
			}
			continue // only pages that are free now were lost
		}
		if err := db.Restore(file, backup); err != nil {
			t.Fatalf("round %d: restore over the damaged file: %v", round, err)
		}
		restored, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if products, err := counted(t, restored); err != nil || products != 1000 {
			t.Errorf("round %d: after the restore %d products, %v", round, products, err)
		}
	}
}

// TestPowerLoss_CopyTakenMidRun: a copy of the file that was taken without asking, while it was written, may have pages of several states. It is
// sound or refused, nothing in between, and the backup that was taken the right way at the same time is sound.
func TestPowerLoss_CopyTakenMidRun(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "secobserve.db")
	store, err := db.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	written := make(chan error, 1)
	go func() {
		for n := 0; ; n++ {
			err := store.Update(ctx, func(tx *db.Tx) error {
				for i := range 100 {
					p := model.NewProduct(1)
					p.Name, p.Description = fmt.Sprintf("%d-%d", n, i), fmt.Sprintf("%0900d", rand.Uint64())
					if err := db.Products.Insert(tx, &p); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				written <- err
				return
			}
		}
	}()
	var copies [][]byte
	backup := func(round int) string { return filepath.Join(folder, fmt.Sprint("backup", round)) }
	for round := range 8 {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		copies = append(copies, content)
		if err := store.Backup(context.Background(), backup(round)); err != nil {
			t.Fatal(err)
		}
	}
	stop()
	if err := <-written; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := store.Close(); err != nil {
		t.Error(err)
	}
	if problems, err := db.Check(file); err != nil || len(problems) > 0 {
		t.Errorf("the file itself: %v %v", problems, err)
	}
	for round, content := range copies { // not before: a process has one store open at a time
		if problems, err := db.Check(backup(round)); err != nil || len(problems) > 0 {
			t.Errorf("the backup: %v %v", problems, err)
		}
		if products, err := counted(t, content); err == nil && products%100 != 0 {
			t.Errorf("a copy has %d products, half of a commit, and passes the check", products)
		}
		copied := filepath.Join(folder, fmt.Sprint("copy", round))
		if err := os.WriteFile(copied, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := db.Restore(copied, backup(round)); err != nil {
			t.Errorf("restore over a copy: %v", err)
		}
	}
}
