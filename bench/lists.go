package main

import (
	"fmt"
	"time"
)

// filteredList is a page of 25 with three filters and an order.
const filteredList = "/api/observations/?current_severity=High&current_status=Open&title=rule&ordering=-title&page_size=25"

// benchUsers is how many users the list of users has.
const benchUsers = 1000

// narrow is the limit of the lists beside those of observations and products.
var narrow = map[int]time.Duration{100_000: 20 * time.Millisecond}

// createUsers makes the users that are missing.
func (b *bench) createUsers(n int) error {
	var page struct{ Count int }
	if err := b.get("/api/users/?page_size=1", &page); err != nil {
		return err
	}
	for i := page.Count; i < n; i++ {
		if _, err := b.call("POST", "/api/users/", object{"username": fmt.Sprintf("user-%04d", i), "first_name": fmt.Sprint("User ", n-i)}); err != nil {
			return err
		}
	}
	return nil
}

// measureLists asks for pages and single objects, one request at a time and then over 8 connections.
func measureLists(b *bench) error {
	if err := b.createUsers(benchUsers); err != nil {
		return err
	}
	var middle struct{ Results []struct{ ID int } }
	if err := b.get(fmt.Sprintf("/api/observations/?page_size=1&page=%d", (b.stored+1)/2), &middle); err != nil {
		return err
	}
	for _, page := range []struct {
		what, path string
		limits     map[int]time.Duration // of the 95th percentile, by number of observations
	}{
		{"page of 25, three filters and an order", filteredList, map[int]time.Duration{100_000: 10 * time.Millisecond, million: 40 * time.Millisecond}},
		{"page of 25 by severity", "/api/observations/?ordering=current_severity", nil},
		{"page of 25 by component", "/api/observations/?ordering=origin_component_name_version", nil},
		{"page of 25, a search in titles", "/api/observations/?title=CVE-2020-1", nil},
		{"last page of all", "/api/observations/?page=last", nil},
		{"product list with live counts, 200 products", "/api/products/?page_size=25", map[int]time.Duration{100_000: 15 * time.Millisecond}},
		{"page of 25 titles", "/api/observation_titles/?ordering=title&page_size=25", narrow},
		{"page of 25 log entries, newest first", "/api/observation_logs/?ordering=-created&page_size=25", narrow},
		{"page of 25 log entries of a severity", "/api/observation_logs/?severity=High&page_size=25", narrow},
		{"page of 25 components, with a search", "/api/components/?component_name_version=lib&page_size=25", narrow},
		{"page of 25 branches", "/api/branches/?ordering=name&page_size=25", narrow},
		{"page of 25 of 1,000 users", "/api/users/?ordering=-full_name&page_size=25", narrow},
		{"one observation", fmt.Sprintf("/api/observations/%d/", middle.Results[0].ID), map[int]time.Duration{100_000: 2 * time.Millisecond}},
	} {
		p50, p95, err := b.latency(page.path, 200)
		if err != nil {
			return err
		}
		measured := fmt.Sprintf("p50 %s, p95 %s", ms(p50), ms(p95))
		if limit, judged := page.limits[b.stored]; judged {
			b.judge(page.what, measured, "p95 ≤ "+ms(limit), p95 <= limit)
			continue
		}
		b.row(page.what, measured)
	}
	perSecond, err := b.throughput(filteredList, 8, 5*time.Second)
	if err != nil {
		return err
	}
	what, measured := "the page with three filters over 8 connections", fmt.Sprintf("%.0f requests/s", perSecond)
	if b.stored == 100_000 {
		b.judge(what, measured, "≥ 800 requests/s", perSecond >= 800)
		return nil
	}
	b.row(what, measured)
	return nil
}
