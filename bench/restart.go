package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	bolt "go.etcd.io/bbolt"

	"secobserve/db"
)

// measureRestart measures start and memory of the filled server, its index and its file.
func measureRestart(b *bench) error {
	if err := b.restart(); err != nil {
		return err
	}
	limits := map[int]time.Duration{100_000: time.Second, million: 8 * time.Second}
	if limit, judged := limits[b.stored]; judged {
		b.atMost("start to first answer", b.startTime, limit)
	} else {
		b.row("start to first answer", ms(b.startTime))
	}
	memory := map[int]int64{100_000: 150}
	if err := b.judgeMemory("resident memory, idle", memory[b.stored]); err != nil {
		return err
	}
	b.stop()
	if err := b.measureFile(); err != nil {
		return err
	}
	bytes, err := indexBytes(b.dataFile())
	if err != nil {
		return err
	}
	what, perObservation := "bytes of index per observation, all tables", bytes/int64(max(1, b.stored))
	if b.stored < 100_000 {
		b.row(what, fmt.Sprint(perObservation)) // what does not grow counts too much
	} else {
		b.judge(what, fmt.Sprint(perObservation), "≤ 300", perObservation <= 300)
	}
	return b.start()
}

// measureFile measures the data file of the stopped server, without the pages that earlier changes have left free.
func (b *bench) measureFile() error {
	file, err := bolt.Open(b.dataFile(), 0o600, &bolt.Options{})
	if err != nil {
		return err
	}
	tx, err := file.Begin(true) // its end counts the free pages
	if err != nil {
		return errors.Join(err, file.Close())
	}
	size := tx.Size()
	err = tx.Rollback()
	free := int64(file.Stats().FreeAlloc)
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	perObservation := (size - free) / int64(max(1, b.stored))
	what, measured := "data file", fmt.Sprintf("%s, of it free %s, %d bytes per observation", mib(size), mib(free), perObservation)
	if b.stored < million {
		b.row(what, measured)
		return nil
	}
	b.judge(what, measured, "≤ 2500 bytes", perObservation <= 2500)
	return nil
}

// indexBytes is by how much opening a data file in this process lets the heap grow: the index of all tables.
func indexBytes(path string) (int64, error) {
	before := heap()
	store, err := db.Open(path)
	if err != nil {
		return 0, err
	}
	err = store.View(context.Background(), func(*db.Tx) error { return nil })
	after := heap()
	if closing := store.Close(); err == nil {
		err = closing
	}
	return after - before, err
}

func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC() // what finalizers held goes the second time
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
