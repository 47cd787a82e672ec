package main

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const (
	password = "Bench-mark-77"
	// products is the number of products that hold the observations.
	products = 200
)

// bench is a running server with what is known about it.
type bench struct {
	binary, address string
	folder          string // of the data
	temporary       bool   // the folder goes when the bench is closed
	process         *exec.Cmd
	ended           chan error // gets what the process ended with
	startTime       time.Duration
	credentials     string        // value of the Authorization header
	stored          int           // observations
	samples         int           // observations of sample data that a section asks for
	load            time.Duration // how long a section puts load on the server
}

// newBench starts a server on the data in a folder, or on new data in a temporary one, and logs in.
func newBench(o options, folder string) (*bench, error) {
	b := &bench{binary: o.binary, address: o.address, folder: folder, samples: o.samples, load: o.load}
	if folder == "" {
		var err error
		if b.folder, err = os.MkdirTemp("", "secobserve-bench-"); err != nil {
			return nil, err
		}
		b.temporary = true
	}
	err := b.start()
	if err == nil {
		err = b.login()
	}
	if err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}

func (b *bench) close() {
	client.CloseIdleConnections()
	b.stop()
	if b.temporary {
		_ = os.RemoveAll(b.folder)
	}
}

// start starts the server and waits for its first answer. Limits of requests and logins are off.
func (b *bench) start() error {
	b.process, b.ended = exec.Command(b.binary, "serve", "--listen", b.address, "--data", b.folder), make(chan error, 1)
	b.process.Env = append(os.Environ(), "ADMIN_PASSWORD="+password, "SO_RATE_ANONYMOUS=0", "SO_RATE_USER=0", "SO_LOGIN_FAILURES=0", "SO_LOGIN_FAILURES_PER_ADDRESS=0")
	var log strings.Builder
	b.process.Stderr = &log
	begin := time.Now()
	if err := b.process.Start(); err != nil {
		return err
	}
	go func() { b.ended <- b.process.Wait() }()
	for {
		if answer, err := http.Get(b.url("/api/status/health/")); err == nil {
			b.startTime = time.Since(begin)
			return answer.Body.Close()
		}
		select {
		case err := <-b.ended:
			b.process = nil
			return fmt.Errorf("the server ended: %v: %s", err, log.String())
		case <-time.After(time.Millisecond):
		}
	}
}

func (b *bench) stop() {
	if b.process == nil {
		return
	}
	_ = b.process.Process.Signal(os.Interrupt)
	<-b.ended
	b.process = nil
}

func (b *bench) restart() error {
	b.stop()
	return b.start()
}

func (b *bench) url(path string) string { return "http://" + b.address + path }

func (b *bench) dataFile() string { return filepath.Join(b.folder, "secobserve.db") }

// memory is the resident memory of the server in bytes: of all, and of it what is no page of a file.
func (b *bench) memory() (resident, own int64, err error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", b.process.Process.Pid))
	if err != nil {
		return 0, 0, err
	}
	for line := range strings.Lines(string(status)) {
		var kib int64
		if _, err := fmt.Sscanf(line, "VmRSS: %d kB", &kib); err == nil {
			resident = kib << 10
		}
		if _, err := fmt.Sscanf(line, "RssAnon: %d kB", &kib); err == nil {
			own = kib << 10
		}
	}
	return resident, own, nil
}

// cpu is the processor time that the server has used.
func (b *bench) cpu() (time.Duration, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", b.process.Process.Pid))
	if err != nil {
		return 0, err
	}
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	var ticks int64
	for _, field := range fields[11:13] { // utime and stime, in hundredths of a second (proc(5))
		n, err := strconv.ParseInt(field, 10, 64)
		if err != nil {
			return 0, err
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond, nil
}
