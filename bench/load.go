package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

const (
	loadConnections = 32
	// Of a hundred requests so many are small writes and so many imports; the others read.
	loadWrites, loadImports = 15, 5
	// loadFindings is the number of findings of each imported report.
	loadFindings = 200
)

// loadReads are what people look at.
var loadReads = []string{
	"/api/observations/?current_severity=High&current_status=Open&ordering=-title&page_size=25",
	"/api/observations/?title=traversal&page_size=25",
	"/api/observations/?ordering=-last_observation_log&page_size=25",
	"/api/observation_titles/?ordering=title&page_size=25",
	"/api/observation_logs/?assessment_status=Needs%20approval&page_size=25",
	"/api/components/?component_name_version=router&page_size=25",
	"/api/products/?page_size=25",
	"/api/branches/?ordering=name&page_size=25",
	"/api/license_components/?page_size=25",
	"/api/metrics/product_metrics_current/",
}

// load is what came of the requests.
type load struct {
	*bench
	observations []int // of which some are assessed
	importing    atomic.Int32
	imports      atomic.Int64
	written      atomic.Int64

	mutex                        sync.Mutex
	quiet, during, writes, times []time.Duration // of reads without and beside imports, of small writes, of imports
	failures                     []error
}

// measureLoad has 32 connections read, write and import at the same time.
func measureLoad(b *bench) error {
	if err := b.fillWithSamples(b.samples); err != nil {
		return err
	}
	l := &load{bench: b}
	if err := l.prepare(); err != nil {
		return err
	}
	sizeBefore, err := b.fileSize()
	if err != nil {
		return err
	}
	_, ownBefore, err := b.memory()
	if err != nil {
		return err
	}
	var halfway int64
	var work sync.WaitGroup
	begin := time.Now()
	for i := range loadConnections {
		work.Go(func() { l.work(i, begin) })
	}
	time.Sleep(b.load / 2)
	if _, halfway, err = b.memory(); err != nil {
		return err
	}
	work.Wait()
	return l.report(sizeBefore, ownBefore, halfway)
}

func (l *load) prepare() error {
	var page struct {
		Results []struct {
			ID          int
			ProductData struct {
				AssessmentsNeedApproval bool `json:"assessments_need_approval"`
			} `json:"product_data"`
		}
	}
	if err := l.get("/api/observations/?page_size=2000&current_status=Open", &page); err != nil {
		return err
	}
	for _, o := range page.Results {
		if !o.ProductData.AssessmentsNeedApproval { // while one waits for approval, there cannot be another one
			l.observations = append(l.observations, o.ID)
		}
	}
	if len(l.observations) < loadConnections {
		return errors.New("there are too few open observations")
	}
	for i := range loadConnections {
		name := loadProduct(i)
		var found struct{ Count int }
		if err := l.get("/api/products/?page_size=1&name="+name, &found); err != nil {
			return err
		}
		if found.Count > 0 {
			continue
		}
		if _, err := l.call("POST", "/api/products/", object{"name": name}); err != nil {
			return err
		}
	}
	return nil
}

func loadProduct(connection int) string { return fmt.Sprintf("Load-%02d", connection) }

// work is what one connection does. Each connection assesses observations of its own: two at a time on one would be refused with reason.
func (l *load) work(connection int, begin time.Time) {
	r := random(uint64(connection), 9)
	for n := 0; time.Since(begin) < l.load; n++ {
		var err error
		switch kind := r.IntN(100); {
		case kind < loadImports:
			err = l.importReport(connection, n)
		case kind < loadImports+loadWrites:
			err = l.write(connection, r)
		default:
			err = l.read(r)
		}
		if err != nil {
			l.note(func() { l.failures = append(l.failures, err) })
		}
	}
}

func (l *load) note(what func()) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	what()
}

func (l *load) read(r *rand.Rand) error {
	path := loadReads[r.IntN(len(loadReads))]
	if r.IntN(2) == 0 {
		path = fmt.Sprintf("/api/observations/%d/", l.observations[r.IntN(len(l.observations))])
	}
	before := l.importing.Load()
	begin := time.Now()
	err := l.drain(path)
	took := time.Since(begin)
	l.note(func() {
		if before > 0 || l.importing.Load() > 0 {
			l.during = append(l.during, took)
			return
		}
		l.quiet = append(l.quiet, took)
	})
	return err
}

func (l *load) write(connection int, r *rand.Rand) error {
	id := l.observations[r.IntN(len(l.observations)/loadConnections)*loadConnections+connection]
	statuses := []string{"In review", "Affected", "Not affected", "False positive", "Open"}
	begin := time.Now()
	_, err := l.call("PATCH", fmt.Sprintf("/api/observations/%d/assessment/", id),
		object{"status": statuses[r.IntN(len(statuses))], "comment": fmt.Sprintf("Seen by connection %d, %d", connection, r.Uint32())})
	took := time.Since(begin)
	l.written.Add(1)
	l.note(func() { l.writes = append(l.writes, took) })
	return err
}

// importReport imports every other time the same report again, as pipelines do.
func (l *load) importReport(connection, n int) error {
	seed := uint64(connection)<<20 | uint64(l.imports.Add(1)/(2*loadConnections))
	report := sarifReport(loadFindings, seed)
	l.importing.Add(1)
	defer l.importing.Add(-1)
	took, err := l.upload(loadProduct(connection), "main", "load.sarif", report)
	l.note(func() { l.times = append(l.times, took) })
	return err
}

func (l *load) report(sizeBefore, ownBefore, halfway int64) error {
	for _, err := range l.failures[:min(5, len(l.failures))] {
		fmt.Fprintln(os.Stderr, "load:", err)
	}
	all := len(l.quiet) + len(l.during) + len(l.writes) + len(l.times)
	what := fmt.Sprintf("%d connections for %s", loadConnections, l.load)
	l.judge(what, fmt.Sprintf("%d requests, %.0f/s, %d errors", all, float64(all)/l.load.Seconds(), len(l.failures)), "no error", len(l.failures) == 0)
	for _, kind := range []struct {
		what  string
		times []time.Duration
		limit time.Duration
	}{
		{"reads without an import", l.quiet, 0},
		{"reads during imports", l.during, 150 * time.Millisecond},
		{"small writes", l.writes, 0},
		{fmt.Sprintf("imports of %d findings", loadFindings), l.times, 0},
	} {
		if len(kind.times) == 0 {
			continue
		}
		slices.Sort(kind.times)
		p50, p99 := kind.times[len(kind.times)/2], kind.times[len(kind.times)*99/100]
		measured := fmt.Sprintf("%d, p50 %s, p99 %s, longest %s", len(kind.times), ms(p50), ms(p99), ms(kind.times[len(kind.times)-1]))
		if kind.limit == 0 {
			l.row(kind.what, measured)
			continue
		}
		l.judge(kind.what, measured, "p99 ≤ "+ms(kind.limit), p99 <= kind.limit)
	}
	before := l.stored
	if err := l.count(); err != nil {
		return err
	}
	size, err := l.fileSize()
	if err != nil {
		return err
	}
	_, own, err := l.memory()
	if err != nil {
		return err
	}
	l.row("memory that is not of files: before, halfway, after", fmt.Sprintf("%s, %s, %s", mib(ownBefore), mib(halfway), mib(own)))
	l.row("data file: before, after", fmt.Sprintf("%s, %s, with %d observations and %d log entries of assessments more", mib(sizeBefore), mib(size), l.stored-before, l.written.Load()))
	return nil
}

func (b *bench) fileSize() (int64, error) {
	info, err := os.Stat(b.dataFile())
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
