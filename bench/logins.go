package main

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
)

// measureLogins measures logins, and what 50 clients that keep guessing passwords do to others. The limit of failed logins, which would refuse
// most guesses at once, is off.
func measureLogins(b *bench) error {
	var times []time.Duration
	for range 20 {
		begin := time.Now()
		if err := b.login(); err != nil {
			return err
		}
		times = append(times, time.Since(begin))
	}
	p50, _ := percentiles(times)
	b.atMost("login, p50", p50, 60*time.Millisecond)
	_, quiet, err := b.latency(filteredList, 300)
	if err != nil {
		return err
	}
	stop := b.guess(50)
	done := make(chan struct{})
	time.AfterFunc(5*time.Second, func() { close(done) })
	_, busy, err := b.latencyDuring(filteredList, done)
	guesses := stop()
	if err != nil {
		return err
	}
	b.judge("page with three filters beside 50 parallel bad logins", fmt.Sprintf("p95 %s, %.1f × the %s without (%d logins refused)", ms(busy), float64(busy)/float64(quiet), ms(quiet), guesses),
		"≤ 3 ×", busy <= 3*quiet)
	return nil
}

// guess has so many clients send wrong passwords without a pause until the returned function is called, which tells how many were answered.
func (b *bench) guess(clients int) (stop func() int) {
	var mu sync.Mutex
	var work sync.WaitGroup
	answered, stopped := 0, make(chan struct{})
	for range clients {
		work.Go(func() {
			for {
				select {
				case <-stopped:
					return
				default:
				}
				answer, err := client.Post(b.url("/api/authentication/authenticate/"), "application/json", strings.NewReader(`{"username":"admin","password":"wrong"}`))
				if err != nil {
					return
				}
				_ = answer.Body.Close()
				if answer.StatusCode == http.StatusForbidden {
					mu.Lock()
					answered++
					mu.Unlock()
				}
			}
		})
	}
	return func() int {
		close(stopped)
		work.Wait()
		return answered
	}
}
