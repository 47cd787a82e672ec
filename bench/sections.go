package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// section measures one subject.
type section struct {
	name  string // for -only
	about string
	when  when
	run   func(*bench) error
}

// when says on which server a section runs.
type when int

const (
	alone     when = iota // once, on a new server of its own, before the others
	onSamples             // once, on a server with sample data, if it is chosen by its name or with -million
	filled                // at each size, on the server that holds so many observations; it must leave their number as it was
)

// sections lists all sections in the order in which they run.
var sections = []section{
	{"empty", "start and memory of an empty server", alone, measureEmpty},
	{"imports", "import of 20,000 findings: new, identical, nearly identical", alone, measureImports},
	{"parsers", "reading of bulk formats, in this process", alone, measureParsers},
	{"sbom", "import of an SBOM of 5,000 components with its dependency graph", alone, measureSBOM},
	{"licenses", "200,000 license components: a policy, lists, overview", alone, measureLicenses},
	{"deletes", "delete of a product with 100,000 observations, pages of branches", alone, measureDeletes},
	{"bulk", "exports of 20,000 observations, assessment of 5,000 at once", alone, measureBulk},
	{"tokens", "authentication by API token with 1,000 tokens stored", alone, measureTokens},
	{"scale", "sample data of a million observations: pages, import, backup, check", onSamples, measureScale},
	{"load", "requests of all kinds over 32 connections for ten minutes, on sample data", onSamples, measureLoad},
	{"lists", "pages of observations, products, titles, logs, components, branches and users; one observation", filled, measureLists},
	{"logins", "login, and 50 parallel bad logins beside other requests", filled, measureLogins},
	{"restart", "start, memory, index, data file", filled, measureRestart},
	{"writing", "pages while an import writes, delete of a branch", filled, measureWriting},
}

// choose finds the sections with the given names; "" means all, those on sample data only if large.
func choose(only string, large bool) ([]section, error) {
	if only == "" {
		return slices.DeleteFunc(slices.Clone(sections), func(s section) bool { return s.when == onSamples && !large }), nil
	}
	var chosen []section
	for _, name := range strings.Split(only, ",") {
		i := slices.IndexFunc(sections, func(s section) bool { return s.name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no section %q (-list names them)", name)
		}
		chosen = append(chosen, sections[i])
	}
	return chosen, nil
}

func (o options) numbers() ([]int, error) {
	var sizes []int
	for text := range strings.SplitSeq(o.sizes, ",") {
		n, err := strconv.Atoi(text)
		if err != nil {
			return nil, fmt.Errorf("numbers of observations: %w", err)
		}
		sizes = append(sizes, n)
	}
	if o.million {
		sizes = append(sizes, million)
	}
	return sizes, nil
}
