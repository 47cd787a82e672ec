package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"time"
)

// fillWithSamples fills the folder of a server with sample data, as newcomers do, unless there are products already.
func (b *bench) fillWithSamples(observations int) error {
	var page struct{ Count int }
	if err := b.get("/api/products/?page_size=1", &page); err != nil {
		return err
	}
	if page.Count > 0 {
		return b.count()
	}
	b.stop()
	begin := time.Now()
	command := exec.Command(b.binary, "demo", "--data", b.folder, "--observations", fmt.Sprint(observations))
	command.Env = append(os.Environ(), "ADMIN_PASSWORD="+password)
	if out, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("make sample data: %w: %s", err, out)
	}
	b.stored = observations
	b.row("secobserve demo", fmt.Sprintf("%.0f s", time.Since(begin).Seconds()))
	return b.start()
}

// judgeAtMillion reports a result with its target, which only holds at a million observations.
func (b *bench) judgeAtMillion(what, measured, must string, met bool) {
	if b.stored < million {
		b.row(what, measured)
		return
	}
	b.judge(what, measured, must, met)
}

// measureScale measures a server with sample data: as many log entries as twice the observations, branches, products and users of their numbers.
func measureScale(b *bench) error {
	if err := b.fillWithSamples(b.samples); err != nil {
		return err
	}
	if err := b.restart(); err != nil {
		return err
	}
	b.judgeAtMillion("start to first answer", ms(b.startTime), "≤ 8000.0 ms", b.startTime <= 8*time.Second)
	for _, what := range []string{"observations", "observation_logs", "products", "branches", "users", "license_components", "components"} {
		var page struct{ Count int }
		if err := b.get("/api/"+what+"/?page_size=1", &page); err != nil {
			return err
		}
		b.row("number of "+what, fmt.Sprint(page.Count))
	}
	for _, page := range []struct {
		what, path string
		limit      time.Duration
	}{
		{"page of observations, three filters and an order", "/api/observations/?current_severity=High&current_status=Open&title=sql&ordering=-title&page_size=25", 40 * time.Millisecond},
		{"page of observations by severity", "/api/observations/?ordering=current_severity&page_size=25", 40 * time.Millisecond},
		{"page of observations by component", "/api/observations/?ordering=origin_component_name_version&page_size=25", 40 * time.Millisecond},
		{"page of observations by last change", "/api/observations/?ordering=-last_observation_log&page_size=25", 40 * time.Millisecond},
		{"last page of observations", "/api/observations/?page=last&page_size=25", 40 * time.Millisecond},
		{"search in titles", "/api/observations/?title=ontaine&page_size=25", 60 * time.Millisecond},
		{"search in titles that finds nothing", "/api/observations/?title=qqxx&page_size=25", 60 * time.Millisecond},
		{"product list with live counts", "/api/products/?page_size=25", 30 * time.Millisecond},
		{"dashboard counts", "/api/metrics/product_metrics_current/", 30 * time.Millisecond},
		{"dashboard timeline", "/api/metrics/product_metrics_timeline/?age=Past%2030%20days", 0},
		{"page of titles", "/api/observation_titles/?ordering=title&page_size=25", 100 * time.Millisecond},
		{"page of components, with a search", "/api/components/?component_name_version=router&page_size=25", 100 * time.Millisecond},
		{"page of log entries, newest first", "/api/observation_logs/?ordering=-created&page_size=25", 40 * time.Millisecond},
		{"page of log entries that need approval", "/api/observation_logs/?assessment_status=Needs%20approval&page_size=25", 40 * time.Millisecond},
		{"page of branches", "/api/branches/?ordering=name&page_size=25", 40 * time.Millisecond},
		{"page of users", "/api/users/?ordering=-full_name&page_size=25", 40 * time.Millisecond},
		{"page of license components", "/api/license_components/?page_size=25", 40 * time.Millisecond},
	} {
		p50, p95, err := b.latency(page.path, 200)
		if err != nil {
			return err
		}
		if page.limit == 0 {
			b.row(page.what, fmt.Sprintf("p50 %s, p95 %s", ms(p50), ms(p95)))
			continue
		}
		b.judgeAtMillion(page.what, fmt.Sprintf("p50 %s, p95 %s", ms(p50), ms(p95)), "p95 ≤ "+ms(page.limit), p95 <= page.limit)
	}
	if err := b.importIntoSample(); err != nil {
		return err
	}
	if err := b.start(); err != nil {
		return err
	}
	if err := b.measureHotBackup(); err != nil {
		return err
	}
	resident, own, err := b.memory()
	if err != nil {
		return err
	}
	b.judgeAtMillion("resident memory after a backup", fmt.Sprintf("%s, of it not of files %s", mib(resident), mib(own)), "≤ 700.0 MiB", resident <= 700<<20)
	b.stop()
	if err := b.measureFile(); err != nil {
		return err
	}
	begin := time.Now()
	if out, err := exec.Command(b.binary, "check", "--data", b.folder).CombinedOutput(); err != nil {
		return fmt.Errorf("check: %w: %s", err, out)
	}
	took := time.Since(begin)
	b.judgeAtMillion("check", fmt.Sprintf("%.1f s", took.Seconds()), "≤ 60 s", took <= time.Minute)
	return b.start()
}

// importIntoSample imports a report of new findings. The floor is what it takes to decode it and to write the rows as they are stored.
func (b *bench) importIntoSample() error {
	if _, err := b.call("POST", "/api/products/", object{"name": "Scale"}); err != nil {
		return err
	}
	report := sarifReport(importSize, 4242)
	took, err := b.upload("Scale", "main", "scale.sarif", report)
	if err != nil {
		return err
	}
	floor, err := b.floor(report)
	if err != nil {
		return err
	}
	factor := float64(took) / float64(floor)
	b.judgeAtMillion(fmt.Sprintf("import of %d findings", importSize), fmt.Sprintf("%s, %.1f × floor (%s)", ms(took), factor, ms(floor)), "≤ 4 × floor", factor <= 4)
	return nil
}

// floor is how long it takes to decode the SARIF report with encoding/json and to write, in one transaction, the rows that its import writes.
func (b *bench) floor(report []byte) (time.Duration, error) {
	b.stop() // the measurement of the floor has the machine for itself
	empty, err := newBench(options{binary: b.binary, address: b.address}, "")
	if err != nil {
		return 0, err
	}
	defer empty.close()
	if _, err := empty.call("POST", "/api/products/", object{"name": "Scale"}); err != nil {
		return 0, err
	}
	before, err := empty.rows()
	if err != nil {
		return 0, err
	}
	if _, err := empty.upload("Scale", "main", "scale.sarif", report); err != nil {
		return 0, err
	}
	after, err := empty.rows()
	if err != nil {
		return 0, err
	}
	begin := time.Now()
	if err := importKinds[0].decode(report); err != nil {
		return 0, err
	}
	decode := time.Since(begin)
	write, err := writeRaw(before, after)
	return decode + write, err
}

// measureHotBackup fetches a backup while pages are asked for.
func (b *bench) measureHotBackup() error {
	done, failed := make(chan struct{}), error(nil)
	var size int64
	var took time.Duration
	go func() {
		defer close(done)
		begin := time.Now()
		size, failed = b.backup()
		took = time.Since(begin)
	}()
	p50, p95, err := b.latencyDuring("/api/observations/?ordering=current_severity&page_size=25", done)
	if err != nil {
		return err
	}
	if failed != nil {
		return failed
	}
	perSecond := float64(size) / took.Seconds() / 1e6
	b.judgeAtMillion("hot backup while serving", fmt.Sprintf("%.0f MB/s (%s; pages meanwhile p50 %s, p95 %s)", perSecond, mib(size), ms(p50), ms(p95)), "≥ 150 MB/s", perSecond >= 150)
	return nil
}

// backup fetches a copy of the data file and reads past it.
func (b *bench) backup() (size int64, err error) {
	r, err := http.NewRequest("GET", b.url("/api/backup/"), nil)
	if err != nil {
		return 0, err
	}
	r.Header.Set("Authorization", b.credentials)
	answer, err := client.Do(r)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	if answer.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("backup: %d", answer.StatusCode)
	}
	return io.Copy(io.Discard, answer.Body)
}
