package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"
)

// importSize is the number of findings of the measured reports.
const importSize = 20_000

// importRounds reports of each kind are imported; the medians count.
const importRounds = 3

var importKinds = []struct {
	filename string
	report   func(n int, seed uint64) []byte
	decode   func([]byte) error // into the structs used
}{
	{"scan.sarif", sarifReport, func(report []byte) error { return json.Unmarshal(report, new(sarifLog)) }},
	{"bom.cdx.json", cyclonedxReport, func(report []byte) error { return json.Unmarshal(report, new(cyclonedxBOM)) }},
}

// measureImports imports reports that are new, identical and nearly identical. Beside the first stands the floor measured in the same run: decoding the file
// with encoding/json, and one transaction that writes the rows that the import has written, as they are stored.
func measureImports(b *bench) error {
	for k, kind := range importKinds {
		var decode, write, fresh, again, changed, cpu []time.Duration
		for round := range importRounds {
			report := kind.report(importSize, uint64(1000*k+round))
			product := fmt.Sprintf("%s %d", kind.filename, round)
			if _, err := b.call("POST", "/api/products/", object{"name": product}); err != nil {
				return err
			}
			before, err := b.rows()
			if err != nil {
				return err
			}
			upload := func(times *[]time.Duration, report []byte) error {
				d, err := b.upload(product, "main", kind.filename, report)
				*times = append(*times, d)
				return err
			}
			cpuBefore, err := b.cpu()
			if err != nil {
				return err
			}
			if err := upload(&fresh, report); err != nil {
				return err
			}
			cpuAfter, err := b.cpu()
			if err != nil {
				return err
			}
			cpu = append(cpu, cpuAfter-cpuBefore)
			begin := time.Now()
			if err := kind.decode(report); err != nil {
				return err
			}
			decode = append(decode, time.Since(begin))
			after, err := b.rows()
			if err != nil {
				return err
			}
			d, err := writeRaw(before, after)
			if err != nil {
				return err
			}
			write = append(write, d)
			if err := upload(&again, report); err != nil {
				return err
			}
			if err := upload(&changed, nearlyIdentical(report)); err != nil {
				return err
			}
			if round == 0 {
				b.row(fmt.Sprintf("%s, %d findings", kind.filename, importSize), mib(int64(len(report))))
			}
		}
		decoding, floor := median(decode), median(decode)+median(write)
		b.judge("import of new findings, "+kind.filename, fmt.Sprintf("%s, %.1f × floor of %s; processor time %s", ms(median(fresh)), float64(median(fresh))/float64(floor), ms(floor), ms(median(cpu))),
			"≤ 3 × floor", median(fresh) <= 3*floor)
		b.atMost(fmt.Sprintf("the identical report again (decoding: %s)", ms(decoding)), median(again), 2*decoding+150*time.Millisecond)
		b.row("a report of which one finding has changed", ms(median(changed)))
	}
	return nil
}

// nearlyIdentical is a report in which the last word of the sentences has changed once.
func nearlyIdentical(report []byte) []byte {
	for _, text := range []string{`"value := compute(`, `"description":"`} {
		if i := bytes.LastIndex(report, []byte(text)); i >= 0 {
			at := i + len(text)
			return append(append(append([]byte{}, report[:at]...), "changed "...), report[at:]...)
		}
	}
	return report
}

func median(times []time.Duration) time.Duration {
	p50, _ := percentiles(times)
	return p50
}

// rows are the buckets of a data file with their keys and values.
type rows map[string]map[string]string

// rows reads all rows of the server from a hot backup.
func (b *bench) rows() (rows, error) {
	backup, err := b.call("GET", "/api/backup/", nil)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(b.folder, "rows.db")
	defer os.Remove(path) //nolint:errcheck // a temporary file
	if err := os.WriteFile(path, backup, 0o600); err != nil {
		return nil, err
	}
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer db.Close() //nolint:errcheck // a temporary file
	all := make(rows)
	err = db.View(func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, bucket *bolt.Bucket) error {
			content := make(map[string]string)
			all[string(name)] = content
			return bucket.ForEach(func(k, v []byte) error {
				content[string(k)] = string(v)
				return nil
			})
		})
	})
	return all, err
}

// writeRaw writes what is new in after into a new file, in one transaction.
func writeRaw(before, after rows) (time.Duration, error) {
	file, err := os.CreateTemp("", "secobserve-bench-")
	if err != nil {
		return 0, err
	}
	defer os.Remove(file.Name()) //nolint:errcheck // a temporary file
	if err := file.Close(); err != nil {
		return 0, err
	}
	db, err := bolt.Open(file.Name(), 0o600, &bolt.Options{FreelistType: bolt.FreelistMapType})
	if err != nil {
		return 0, err
	}
	defer db.Close() //nolint:errcheck // a temporary file
	fresh := newRows(before, after)
	begin := time.Now()
	err = db.Update(func(tx *bolt.Tx) error {
		for name, content := range fresh {
			bucket, err := tx.CreateBucket([]byte(name))
			if err != nil {
				return err
			}
			for _, row := range content {
				if err := bucket.Put(row.key, row.value); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return time.Since(begin), err
}

type row struct{ key, value []byte }

// newRows lists the rows of after that before has not, in the order of their keys.
func newRows(before, after rows) map[string][]row {
	fresh := make(map[string][]row)
	for name, content := range after {
		for k, v := range content {
			if old, ok := before[name][k]; !ok || old != v {
				fresh[name] = append(fresh[name], row{[]byte(k), []byte(v)})
			}
		}
		slices.SortFunc(fresh[name], func(a, b row) int { return bytes.Compare(a.key, b.key) })
	}
	return fresh
}
