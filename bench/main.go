// Command bench measures what users feel: import, import again, lists, login, start and memory, against the real server over HTTP, and prints
// a table. Beside each import stands the floor measured in the same run: decoding the file with encoding/json and one transaction that
// writes as many bytes.
//
//	go run ./bench [-n 1000,20000,100000]
package main

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	sizes := flag.String("n", "1000,20000,100000", "numbers of stored observations to measure at, ascending")
	binary := flag.String("binary", "./secobserve", "server to measure")
	flag.Parse()
	if err := run(*binary, *sizes); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(binary, sizes string) error {
	folder, err := os.MkdirTemp("", "secobserve-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder) //nolint:errcheck // a temporary folder
	b := &bench{binary: binary, folder: folder}
	if err := b.start(); err != nil {
		return err
	}
	defer b.stop()
	fmt.Println("| stored | what | result |\n| --- | --- | --- |")
	b.row(0, "start to first answer, empty", ms(b.startTime))
	b.row(0, "resident memory", b.memory())
	if err := b.setUp(); err != nil {
		return err
	}
	if err := b.imports(); err != nil {
		return err
	}
	for _, text := range strings.Split(sizes, ",") {
		n, err := strconv.Atoi(text)
		if err != nil {
			return fmt.Errorf("numbers of observations: %w", err)
		}
		if err := b.measureAt(n); err != nil {
			return fmt.Errorf("at %d observations: %w", n, err)
		}
	}
	return nil
}
