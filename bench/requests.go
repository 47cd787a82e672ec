package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

type object = map[string]any

// client keeps enough connections alive for the parallel measurements. It takes answers as they are: decompressing them is no affair of the
// server.
var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 128, DisableCompression: true}}

// call sends a request with a JSON body (nil: none) and returns the body of the answer; a status of 300 or more is an error.
func (b *bench) call(method, path string, body any) ([]byte, error) {
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return nil, err
		}
		content = bytes.NewReader(text)
	}
	return b.send(method, path, "application/json", content)
}

func (b *bench) send(method, path, contentType string, body io.Reader) ([]byte, error) {
	r, err := http.NewRequest(method, b.url(path), body)
	if err != nil {
		return nil, err
	}
	if body != nil {
		r.Header.Set("Content-Type", contentType)
	}
	if b.credentials != "" {
		r.Header.Set("Authorization", b.credentials)
	}
	answer, err := client.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	content, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode >= 300 {
		err = fmt.Errorf("%s %s: %d %.200s", method, path, answer.StatusCode, content)
	}
	return content, err
}

// get decodes the answer to a GET request.
func (b *bench) get(path string, into any) error {
	content, err := b.call("GET", path, nil)
	if err != nil {
		return err
	}
	return json.Unmarshal(content, into)
}

func (b *bench) login() error {
	b.credentials = ""
	content, err := b.call("POST", "/api/authentication/authenticate/", object{"username": "admin", "password": password})
	if err != nil {
		return err
	}
	var login struct{ JWT string }
	err = json.Unmarshal(content, &login)
	b.credentials = "JWT " + login.JWT
	return err
}

// upload imports a report into a branch of a product, by their names, and returns how long it took.
func (b *bench) upload(product, branch, filename string, report []byte) (time.Duration, error) {
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	_ = form.WriteField("product_name", product)
	_ = form.WriteField("branch_name", branch)
	part, err := form.CreateFormFile("file", filename)
	if err != nil {
		return 0, err
	}
	if _, err := part.Write(report); err != nil {
		return 0, err
	}
	if err := form.Close(); err != nil {
		return 0, err
	}
	begin := time.Now()
	_, err = b.send("POST", "/api/import/file_upload_observations_by_name/", form.FormDataContentType(), &body)
	return time.Since(begin), err
}

// percentiles are the halfway and the 95 % points of some durations.
func percentiles(times []time.Duration) (p50, p95 time.Duration) {
	slices.Sort(times)
	return times[len(times)/2], times[len(times)*95/100]
}

// latency asks for a path so many times, one after the other.
func (b *bench) latency(path string, requests int) (p50, p95 time.Duration, err error) {
	times := make([]time.Duration, requests)
	for i := range times {
		begin := time.Now()
		if _, err := b.call("GET", path, nil); err != nil {
			return 0, 0, err
		}
		times[i] = time.Since(begin)
	}
	p50, p95 = percentiles(times)
	return p50, p95, nil
}

// latencyDuring asks for a path again and again until done is closed.
func (b *bench) latencyDuring(path string, done <-chan struct{}) (p50, p95 time.Duration, err error) {
	var times []time.Duration
	for {
		select {
		case <-done:
			if len(times) < 20 {
				return 0, 0, fmt.Errorf("only %d requests were answered meanwhile", len(times))
			}
			p50, p95 = percentiles(times)
			return p50, p95, nil
		default:
		}
		begin := time.Now()
		if _, err := b.call("GET", path, nil); err != nil {
			return 0, 0, err
		}
		times = append(times, time.Since(begin))
	}
}

// drain asks for a path and reads past the answer, so that little of the processors' time is the client's.
func (b *bench) drain(path string) error {
	r, err := http.NewRequest("GET", b.url(path), nil)
	if err != nil {
		return err
	}
	r.Header.Set("Authorization", b.credentials)
	answer, err := client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close() //nolint:errcheck // read to its end
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("GET %s: %d", path, answer.StatusCode)
	}
	_, err = io.Copy(io.Discard, answer.Body)
	return err
}

// throughput is the number of answers per second over so many connections.
func (b *bench) throughput(path string, connections int, span time.Duration) (perSecond float64, err error) {
	var done atomic.Int64
	var failed atomic.Value
	var work sync.WaitGroup
	begin := time.Now()
	for range connections {
		work.Go(func() {
			for time.Since(begin) < span {
				if err := b.drain(path); err != nil {
					failed.Store(err)
					return
				}
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
