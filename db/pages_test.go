package db_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"secobserve/db"
)

// The kinds of pages that a file has behind its meta pages.
const (
	branchKind   = 1
	leafKind     = 2
	freelistKind = 16
)

// pagesOf lists the pages of a kind that are in use or were once.
func pagesOf(file []byte, kind uint16) (pages []int) {
	for page := metas; page < len(file)/pageBytes; page++ {
		at := file[page*pageBytes:]
		if binary.NativeEndian.Uint64(at) == uint64(page) && binary.NativeEndian.Uint16(at[8:]) == kind {
			pages = append(pages, page)
		}
	}
	return pages
}

// examine opens and checks a file. What takes long runs in circles.
func examine(t *testing.T, content []byte) (opening error, problems []string, checking error) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "secobserve.db")
	if err := os.WriteFile(file, content, 0o600); err != nil {
		t.Fatal(err)
	}
	watch := time.AfterFunc(time.Minute, func() { panic("a damaged file is read for ever") })
	defer watch.Stop()
	problems, checking = db.Check(file)
	store, opening := db.Open(file)
	if opening == nil {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
	return opening, problems, checking
}

// Whatever stands in a page, the file is opened, or the error says that it is damaged and what can be done: nothing crashes or runs for ever.
func TestDamagedPages(t *testing.T) {
	_, sound := twoStates(t)
	for name, damage := range map[string]func(page, other []byte){
		"zeros":          func(page, _ []byte) { clear(page) },
		"noise":          func(page, _ []byte) { noise(page) },
		"noise inside":   func(page, _ []byte) { noise(page[16:]) },
		"noise of table": func(page, _ []byte) { noise(page[16:48]) },
		"half":           func(page, _ []byte) { clear(page[pageBytes/2:]) },
		"another page":   func(page, other []byte) { copy(page, other) },
		"another page's content, as of a page that was not written": func(page, other []byte) { copy(page[8:], other[8:]) },
		"very long":     func(page, _ []byte) { binary.NativeEndian.PutUint32(page[12:], 1<<31) },
		"many elements": func(page, _ []byte) { binary.NativeEndian.PutUint16(page[10:], 0xFFFF) },
		"no elements":   func(page, _ []byte) { binary.NativeEndian.PutUint16(page[10:], 0) },
		"another kind":  func(page, _ []byte) { page[8] ^= branchKind | leafKind },
	} {
		t.Run(name, func(t *testing.T) {
			for _, kind := range []uint16{branchKind, leafKind, freelistKind} {
				pages := pagesOf(sound, kind)
				if len(pages) == 0 {
					t.Fatalf("the file has no page of the kind %d", kind)
				}
				for range 2 {
					lost := bytes.Clone(sound)
					page, other := pages[rand.IntN(len(pages))], pages[rand.IntN(len(pages))]
					damage(lost[page*pageBytes:(page+1)*pageBytes], sound[other*pageBytes:(other+1)*pageBytes])
					opening, problems, checking := examine(t, lost)
					for _, err := range []error{opening, checking} {
						if err != nil && !strings.Contains(err.Error(), "restore a backup with secobserve restore") && !strings.Contains(err.Error(), "not a data file") {
							t.Errorf("page %d of the kind %d: the error does not say what can be done: %v", page, kind, err)
						}
					}
					if opening != nil && checking == nil && len(problems) == 0 {
						t.Errorf("page %d of the kind %d: the check passes a file that cannot be opened: %v", page, kind, opening)
					}
				}
			}
		})
	}
}

func noise(b []byte) {
	for i := range b {
		b[i] = byte(rand.Uint32())
	}
}

// A tree that leads back to itself, or to a page behind the end of the file, is found.
func TestPagesThatLeadAstray(t *testing.T) {
	_, sound := twoStates(t)
	branch, found := 0, 0
	for _, branch = range pagesOf(sound, branchKind) {
		for name, target := range map[string]uint64{"itself": uint64(branch), "a meta page": 0, "behind the end": uint64(len(sound) / pageBytes), "far behind the end": 1 << 62} {
			lost := bytes.Clone(sound)
			binary.NativeEndian.PutUint64(lost[branch*pageBytes+16+8:], target)
			opening, problems, checking := examine(t, lost)
			if opening == nil && checking == nil && len(problems) == 0 {
				continue // a page that is free now
			}
			found++
			if want := fmt.Sprintf("page %d ", target); opening == nil || checking == nil || !strings.Contains(checking.Error(), want) {
				t.Errorf("%s: open %v, check %v", name, opening, checking)
			}
		}
	}
	if found == 0 {
		t.Error("no branch of the file is in use")
	}
}

// An empty file, as an interrupted first start may leave it, becomes a data file.
func TestEmptyFile(t *testing.T) {
	if opening, problems, checking := examine(t, nil); opening != nil || checking == nil {
		t.Errorf("open %v, check %v %v", opening, problems, checking)
	}
}
