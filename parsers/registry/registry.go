// Package registry lists the parsers and finds the one for an uploaded file (import.md §2, §8).
package registry

import (
	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/cyclonedx"
	"secobserve/parsers/sarif"
)

// files are the parsers of files in the ascending order of their names, in which they are tried.
var files = []parsers.Parser{
	cyclonedx.Parser{},
	sarif.Parser{},
}

// others are the sources of observations that are no files.
var others = []model.Parser{
	{Name: "Manual", Type: model.ParserManual, Source: model.SourceManual},
}

// Detect reads a file and finds the parser for it. The errors' texts are meant for the client.
func Detect(filename string, content []byte) (parsers.Parser, *parsers.Document, error) {
	doc, err := parsers.Read(filename, content)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range files {
		if p.Accepts(doc) {
			return p, doc, nil
		}
	}
	return nil, nil, parsers.ErrUnknown
}

// Registered describes all parsers and other sources of observations, as the API lists them.
func Registered() []model.Parser {
	var all []model.Parser
	for _, p := range files {
		all = append(all, p.Info())
	}
	return append(all, others...)
}
