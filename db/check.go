package db

import (
	"bytes"
	"fmt"
	"os"

	bolt "go.etcd.io/bbolt"

	"secobserve/model"
)

// maxProblems bounds a report: a file with more is beyond repair by reading about it.
const maxProblems = 1000

// Check proves a data file sound: the pages, every row, every unique key and foreign key in both directions, every long text and the
// sequences of ids. It returns a line per problem. The file must not be open for writing elsewhere.
func Check(path string) ([]string, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	var problems []string
	err := soundly(path, func() error {
		b, err := openBolt(path, true)
		if err != nil {
			return err
		}
		defer b.Close() //nolint:errcheck // opened read-only
		problems, err = checkPages(b)
		if err != nil || len(problems) > 0 {
			return err // what follows needs sound pages
		}
		problems, err = checkRows(b)
		return err
	})
	return problems, err
}

// problemList collects what is wrong.
type problemList []string

func (l *problemList) report(problem string) {
	if len(*l) < maxProblems {
		*l = append(*l, problem)
	}
}

func checkPages(b *bolt.DB) ([]string, error) {
	var problems problemList
	err := b.View(func(tx *bolt.Tx) error {
		for err := range tx.Check() {
			problems.report("file: " + err.Error())
		}
		return nil
	})
	return problems, err
}

func checkRows(b *bolt.DB) ([]string, error) {
	format, err := readFormat(b)
	if err != nil {
		return nil, err
	}
	if format != Format() {
		return nil, fmt.Errorf("check %s: it has format %d, this version checks format %d: start the server once to migrate it", b.Path(), format, Format())
	}
	var problems problemList
	report := problems.report
	err = b.View(func(tx *bolt.Tx) error {
		own, texts := &Tx{bolt: tx}, make(map[digest]int)
		for _, t := range schema {
			t.check(own, texts, report)
		}
		checkTexts(own, texts, report)
		checkComponents(own, report)
		return nil
	})
	return problems, err
}

// check examines the rows and counts the texts that they have.
func (t *Table[T]) check(tx *Tx, texts map[digest]int, report func(string)) {
	bucket := tx.bucket(t.name)
	uniques, stored := make([]int, len(t.uniques)), make([]int, len(t.refs))
	c := bucket.Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		if len(k) != 8 {
			report(fmt.Sprintf("%s: key %x is no id", t.name, k))
			continue
		}
		id := idOf(k)
		row, err := t.decode(id, v)
		if err != nil {
			report(fmt.Sprintf("%s: %v", t.name, err))
			continue
		}
		if *t.id(row) != id {
			report(fmt.Sprintf("%s %d is stored under the id %d", t.name, *t.id(row), id))
		}
		if uint64(id) > bucket.Sequence() {
			report(fmt.Sprintf("%s %d: the sequence is only at %d", t.name, id, bucket.Sequence()))
		}
		t.checkRowTexts(row, texts, report)
		t.checkUniques(tx, row, uniques, report)
		t.checkRefs(tx, row, stored, report)
	}
	for i := range t.uniques {
		t.checkCount(tx, t.uniqueBucket(t.uniques[i].Name), uniques[i], report)
	}
	for i := range t.refs {
		if t.refs[i].Stored {
			t.checkCount(tx, t.storedBucket(t.refs[i].Name), stored[i], report)
		}
	}
}

func (t *Table[T]) checkUniques(tx *Tx, row *T, counts []int, report func(string)) {
	for i := range t.uniques {
		u := &t.uniques[i]
		key := u.Key(row)
		if key == nil {
			continue
		}
		counts[i]++
		if v := tx.bucket(t.uniqueBucket(u.Name)).Get(key); !bytes.Equal(v, rowKey(*t.id(row))) {
			report(fmt.Sprintf("%s %d: the unique key %s does not lead to it", t.name, *t.id(row), u.Name))
		}
	}
}

func (t *Table[T]) checkRefs(tx *Tx, row *T, counts []int, report func(string)) {
	id := *t.id(row)
	for i := range t.refs {
		r := &t.refs[i]
		to := r.Get(row)
		if to == 0 {
			continue
		}
		if tx.bucket(r.To).Get(rowKey(to)) == nil {
			report(fmt.Sprintf("%s %d: %s %d does not exist", t.name, id, r.Name, to))
		}
		if !r.Stored {
			continue
		}
		counts[i]++
		if k, _ := tx.bucket(t.storedBucket(r.Name)).Cursor().Seek(pairKey(to, id)); !bytes.Equal(k, pairKey(to, id)) {
			report(fmt.Sprintf("%s %d: %s %d does not lead to it", t.name, id, r.Name, to))
		}
	}
}

// checkCount finds keys that lead to no row: each row's own keys are right, so a difference of the numbers means surplus keys.
func (t *Table[T]) checkCount(tx *Tx, bucket string, rows int, report func(string)) {
	if keys := tx.bucket(bucket).Stats().KeyN; keys != rows {
		report(fmt.Sprintf("%s has %d keys for %d rows", bucket, keys, rows))
	}
}

// checkRowTexts counts the texts of a row; an empty key stands for no text.
func (t *Table[T]) checkRowTexts(row *T, texts map[digest]int, report func(string)) {
	if t.texts == nil {
		return
	}
	for _, sum := range t.texts(row) {
		switch len(sum) {
		case 0:
		case len(digest{}):
			texts[digest(sum)]++
		default:
			report(fmt.Sprintf("%s %d: %x is no key of a text", t.name, *t.id(row), sum))
		}
	}
}

// checkTexts compares the stored texts with the rows that have them.
func checkTexts(tx *Tx, uses map[digest]int, report func(string)) {
	for sum, n := range uses {
		stored := decodeStoredText(tx.bucket(textKeysBucket).Get(sum[:]))
		if stored.uses != n {
			report(fmt.Sprintf("texts: %x has %d uses, %d are counted", sum, n, stored.uses))
		}
		if _, err := tx.text(sum[:]); err != nil {
			report(fmt.Sprintf("texts: %x: %v", sum, err))
		}
		if tx.bucket(textBodiesBucket).Get(rowKey(model.ID(stored.number))) == nil {
			report(fmt.Sprintf("texts: %x is used but missing", sum))
		}
	}
	for _, name := range []string{textBodiesBucket, textKeysBucket} {
		if keys := tx.bucket(name).Stats().KeyN; keys != len(uses) {
			report(fmt.Sprintf("%s has %d texts, %d are used", name, keys, len(uses)))
		}
	}
}
