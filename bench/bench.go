package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"
)

const (
	address  = "127.0.0.1:18099"
	base     = "http://" + address
	password = "Bench-mark-77"
	products = 200
)

// bench is a running server with what is known about it.
type bench struct {
	binary, folder string
	process        *exec.Cmd
	startTime      time.Duration
	jwt            string
	stored         int
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000) }

func (b *bench) row(stored int, what, result string) {
	fmt.Printf("| %d | %s | %s |\n", stored, what, result)
}

func (b *bench) start() error {
	b.process = exec.Command(b.binary, "serve", "--listen", address, "--data", b.folder)
	b.process.Env = append(os.Environ(), "ADMIN_PASSWORD="+password, "SO_RATE_ANONYMOUS=0", "SO_RATE_USER=0", "SO_LOGIN_FAILURES=0")
	begin := time.Now()
	if err := b.process.Start(); err != nil {
		return err
	}
	for time.Since(begin) < time.Minute {
		if answer, err := http.Get(base + "/api/status/health/"); err == nil {
			b.startTime = time.Since(begin)
			return answer.Body.Close()
		}
		time.Sleep(2 * time.Millisecond)
	}
	return fmt.Errorf("the server does not answer")
}

func (b *bench) stop() {
	_ = b.process.Process.Signal(os.Interrupt)
	_ = b.process.Wait()
}

// memory is the resident memory of the server: of its own, and of the pages of the data file that are mapped.
func (b *bench) memory() string {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", b.process.Process.Pid))
	if err != nil {
		return "unknown"
	}
	var shown []string
	for _, line := range strings.Split(string(status), "\n") {
		if strings.HasPrefix(line, "VmRSS") || strings.HasPrefix(line, "RssAnon") || strings.HasPrefix(line, "RssFile") {
			shown = append(shown, strings.Join(strings.Fields(line), " "))
		}
	}
	return strings.Join(shown, ", ")
}

// call sends a request and returns the answer's body.
func (b *bench) call(method, path string, body any) ([]byte, error) {
	r, err := http.NewRequest(method, base+path, bytes.NewReader(marshal(body)))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	return b.send(r)
}

func (b *bench) send(r *http.Request) ([]byte, error) {
	if b.jwt != "" {
		r.Header.Set("Authorization", "JWT "+b.jwt)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	content, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode >= 300 {
		err = fmt.Errorf("%s %s: %d %.200s", r.Method, r.URL.Path, answer.StatusCode, content)
	}
	return content, err
}

func (b *bench) login() error {
	content, err := b.call("POST", "/api/authentication/authenticate/", object{"username": "admin", "password": password})
	if err != nil {
		return err
	}
	var login struct{ JWT string }
	err = json.Unmarshal(content, &login)
	b.jwt = login.JWT
	return err
}

func (b *bench) setUp() error {
	if err := b.login(); err != nil {
		return err
	}
	for i := range products {
		if _, err := b.call("POST", "/api/products/", object{"name": fmt.Sprintf("Product %03d", i)}); err != nil {
			return err
		}
	}
	return nil
}

// upload imports a report and returns how long it took.
func (b *bench) upload(product int, name string, report []byte) (time.Duration, error) {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	_ = form.WriteField("product_name", fmt.Sprintf("Product %03d", product))
	_ = form.WriteField("branch_name", "main")
	part, err := form.CreateFormFile("file", name)
	if err != nil {
		return 0, err
	}
	if _, err := part.Write(report); err != nil {
		return 0, err
	}
	if err := form.Close(); err != nil {
		return 0, err
	}
	r, err := http.NewRequest("POST", base+"/api/import/file_upload_observations_by_name/", &body)
	if err != nil {
		return 0, err
	}
	r.Header.Set("Content-Type", form.FormDataContentType())
	begin := time.Now()
	_, err = b.send(r)
	return time.Since(begin), err
}

// imports measures imports of 20,000 findings into a product of their own.
func (b *bench) imports() error {
	for i, kind := range []struct {
		name   string
		report []byte
	}{{"scan.sarif", sarifReport(20000, 1)}, {"bom.json", cyclonedxReport(20000, 1)}} {
		decode, floor, err := b.floor(kind.report)
		if err != nil {
			return err
		}
		first, err := b.upload(products-1-i, kind.name, kind.report)
		if err != nil {
			return err
		}
		again, err := b.upload(products-1-i, kind.name, kind.report)
		if err != nil {
			return err
		}
		b.row(b.stored, fmt.Sprintf("import of 20,000 new findings, %s, %d MB", kind.name, len(kind.report)>>20),
			fmt.Sprintf("%s (floor %s, %.1f×)", ms(first), ms(floor), float64(first)/float64(floor)))
		b.row(b.stored, "the identical report again", fmt.Sprintf("%s (decoding %s, limit %s)", ms(again), ms(decode), ms(2*decode+150*time.Millisecond)))
		b.stored += 20000
	}
	return nil
}

// floor decodes the report with encoding/json and writes as many rows as the import does, of the same sizes, in one transaction.
func (b *bench) floor(report []byte) (decode, floor time.Duration, err error) {
	begin := time.Now()
	var document struct {
		Runs []struct {
			Tool    json.RawMessage
			Results []struct {
				RuleID    string
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct {
							StartLine, EndLine int
							Snippet            struct{ Text string }
						}
					}
				}
				Properties json.RawMessage
			}
		}
		Components, Dependencies []json.RawMessage
		Vulnerabilities          []struct {
			ID, Description, Recommendation string
			Ratings                         []struct {
				Score                    float64
				Severity, Method, Vector string
			}
			Affects    []struct{ Ref string }
			Advisories []struct{ URL string }
		}
	}
	if err := json.Unmarshal(report, &document); err != nil {
		return 0, 0, err
	}
	decode = time.Since(begin)
	path := filepath.Join(b.folder, "floor.db")
	defer os.Remove(path) //nolint:errcheck // a temporary file
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		return 0, 0, err
	}
	defer db.Close() //nolint:errcheck // a temporary file
	begin = time.Now()
	err = db.Update(func(tx *bolt.Tx) error {
		for _, bucket := range []struct {
			name        string
			rows, bytes int
		}{{"observations", 20000, 1100}, {"logs", 20000, 150}, {"evidences", 40000, 70}, {"texts", 20000, 700}} {
			rows, err := tx.CreateBucket([]byte(bucket.name))
			if err != nil {
				return err
			}
			for i := range bucket.rows {
				if err := rows.Put(fmt.Appendf(nil, "%08d", i), make([]byte, bucket.bytes)); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return decode, decode + time.Since(begin), err
}

// measureAt fills the server up to n observations and measures lists, details, start and memory.
func (b *bench) measureAt(n int) error {
	for i := 0; b.stored < n; i++ {
		size := min(5000, n-b.stored)
		if _, err := b.upload(i%(products-2), fmt.Sprintf("fill-%d.sarif", b.stored), sarifReport(size, uint64(b.stored+7))); err != nil {
			return err
		}
		b.stored += size
	}
	list := "/api/observations/?current_severity=High&current_status=Open&title=rule&ordering=-title&page_size=25"
	for _, what := range []struct{ name, path string }{
		{"list page of 25, three filters and an order", list},
		{"list page of 25, no filter, ordered by severity", "/api/observations/?ordering=current_severity"},
		{"product list with live counts, 200 products", "/api/products/?page_size=25"},
		{"one observation", "/api/observations/1/"},
	} {
		p50, p95, err := b.latency(what.path, 200)
		if err != nil {
			return err
		}
		b.row(b.stored, what.name, fmt.Sprintf("p50 %s, p95 %s", ms(p50), ms(p95)))
	}
	rate, err := b.throughput(list)
	if err != nil {
		return err
	}
	b.row(b.stored, "the same list over 8 connections", fmt.Sprintf("%.0f requests/s", rate))
	if err := b.logins(); err != nil {
		return err
	}
	return b.restart()
}

func (b *bench) latency(path string, requests int) (p50, p95 time.Duration, err error) {
	times := make([]time.Duration, requests)
	for i := range times {
		begin := time.Now()
		if _, err := b.call("GET", path, nil); err != nil {
			return 0, 0, err
		}
		times[i] = time.Since(begin)
	}
	slices.Sort(times)
	return times[requests/2], times[requests*95/100], nil
}

func (b *bench) throughput(path string) (float64, error) {
	const connections = 8
	var done atomic.Int64
	var failed atomic.Value
	var work sync.WaitGroup
	transport := &http.Transport{MaxIdleConnsPerHost: connections}
	client := &http.Client{Transport: transport}
	begin := time.Now()
	for range connections {
		work.Go(func() {
			for time.Since(begin) < 5*time.Second {
				r, _ := http.NewRequest("GET", base+path, nil)
				r.Header.Set("Authorization", "JWT "+b.jwt)
				answer, err := client.Do(r)
				if err != nil {
					failed.Store(err)
					return
				}
				_, _ = io.Copy(io.Discard, answer.Body)
				_ = answer.Body.Close()
				done.Add(1)
			}
		})
	}
	work.Wait()
	if err, ok := failed.Load().(error); ok {
		return 0, err
	}
	return float64(done.Load()) / time.Since(begin).Seconds(), nil
}

func (b *bench) logins() error {
	var times []time.Duration
	for range 10 {
		begin := time.Now()
		if err := b.login(); err != nil {
			return err
		}
		times = append(times, time.Since(begin))
	}
	slices.Sort(times)
	b.row(b.stored, "login", "p50 "+ms(times[len(times)/2]))
	return nil
}

func (b *bench) restart() error {
	b.stop()
	if err := b.start(); err != nil {
		return err
	}
	b.row(b.stored, "start to first answer", ms(b.startTime))
	b.row(b.stored, "resident memory after the start", b.memory())
	info, err := os.Stat(filepath.Join(b.folder, "secobserve.db"))
	if err == nil {
		b.row(b.stored, "data file", fmt.Sprintf("%d MB, %d bytes per observation", info.Size()>>20, info.Size()/int64(max(1, b.stored))))
	}
	return err
}
