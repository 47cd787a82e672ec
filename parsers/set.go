package parsers

import "secobserve/parsers/rawjson"

// Set collects different texts in the order in which they come; "" is none.
type Set struct {
	texts []string
	known map[string]bool
}

// NewSet makes a set of texts.
func NewSet(texts ...string) *Set {
	s := &Set{known: make(map[string]bool)}
	s.Add(texts...)
	return s
}

// Add adds the texts that are not in the set.
func (s *Set) Add(texts ...string) {
	for _, text := range texts {
		if text == "" || s.known[text] {
			continue
		}
		s.known[text] = true
		s.texts = append(s.texts, text)
	}
}

// Texts returns the texts in the order in which they came.
func (s *Set) Texts() []string { return s.texts }

// Texts are the texts of a list that are not empty; other elements are left out.
func Texts(list rawjson.Value) []string {
	var all []string
	for element := range list.Elements() {
		if text := element.Text(); text != "" {
			all = append(all, text)
		}
	}
	return all
}
