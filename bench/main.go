package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

// million is the size that -million adds.
const million = 1_000_000

func main() {
	var o options
	flag.StringVar(&o.sizes, "n", "1000,20000,100000", "numbers of stored observations to measure at, ascending")
	flag.BoolVar(&o.million, "million", false, "measure at 1,000,000 observations, too")
	flag.StringVar(&o.only, "only", "", "sections to run, separated by commas; all by default")
	flag.StringVar(&o.binary, "binary", "./secobserve", "server to measure")
	flag.StringVar(&o.address, "address", "127.0.0.1:18099", "address for the server")
	flag.StringVar(&o.data, "data", "", "folder of the data to fill and measure, kept afterwards; a temporary one by default")
	flag.IntVar(&o.samples, "samples", million, "observations of the sample data of the sections scale and load")
	flag.DurationVar(&o.load, "load", 10*time.Minute, "how long the section load puts load on the server")
	list := flag.Bool("list", false, "list the sections")
	flag.Parse()
	if *list {
		for _, s := range sections {
			fmt.Printf("%-12s %s\n", s.name, s.about)
		}
		return
	}
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

type options struct {
	sizes, only, binary, address, data string
	million                            bool
	samples                            int
	load                               time.Duration
}

func run(o options) error {
	sizes, err := o.numbers()
	if err != nil {
		return err
	}
	chosen, err := choose(o.only, o.million)
	if err != nil {
		return err
	}
	printHead()
	anyFilled := false
	for _, s := range chosen {
		if s.when == filled {
			anyFilled = true
			continue
		}
		folder := "" // a temporary one
		if s.when == onSamples {
			folder = o.data
		}
		if err := runAlone(o, s, folder); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	if !anyFilled {
		return nil
	}
	return runFilled(o, chosen, sizes)
}

// runAlone runs a section on a new server.
func runAlone(o options, s section, folder string) error {
	b, err := newBench(o, folder)
	if err != nil {
		return err
	}
	defer b.close()
	return s.run(b)
}

// runFilled fills one server up to each size and runs the sections there.
func runFilled(o options, chosen []section, sizes []int) error {
	b, err := newBench(o, o.data)
	if err != nil {
		return err
	}
	defer b.close()
	for _, n := range sizes {
		if err := b.fill(n); err != nil {
			return fmt.Errorf("fill up to %d observations: %w", n, err)
		}
		for _, s := range chosen {
			if s.when != filled {
				continue
			}
			if err := s.run(b); err != nil {
				return fmt.Errorf("%s at %d observations: %w", s.name, n, err)
			}
		}
	}
	return nil
}
