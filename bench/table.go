package main

import (
	"fmt"
	"time"
)

func printHead() {
	fmt.Println("| stored | what | measured | must | |\n| ---: | --- | --- | --- | --- |")
}

// row reports a result without a target.
func (b *bench) row(what, measured string) { b.print(what, measured, "", "") }

// judge reports a result with its target.
func (b *bench) judge(what, measured, must string, met bool) {
	verdict := "met"
	if !met {
		verdict = "**missed**"
	}
	b.print(what, measured, must, verdict)
}

// atMost reports a duration that must not be longer than the limit.
func (b *bench) atMost(what string, got, limit time.Duration) {
	b.judge(what, ms(got), "≤ "+ms(limit), got <= limit)
}

func (b *bench) print(what, measured, must, verdict string) {
	fmt.Printf("| %d | %s | %s | %s | %s |\n", b.stored, what, measured, must, verdict)
}

func ms(d time.Duration) string {
	digits := 1
	if d < time.Millisecond {
		digits = 3
	}
	return fmt.Sprintf("%.*f ms", digits, float64(d)/float64(time.Millisecond))
}

func mib(bytes int64) string { return fmt.Sprintf("%.1f MiB", float64(bytes)/(1<<20)) }
