package main

import (
	"math/rand/v2"
	"strings"
)

var words = strings.Fields(`improper neutralisation of input allows remote attackers to execute arbitrary code via a crafted request in the parser
	component memory buffer overflow credentials token header session before version is affected by an issue that lets authenticated users read
	files outside the configured folder when default settings are used this has been fixed upgrade as soon as possible no workaround known`)

// sentence joins n words.
func sentence(r *rand.Rand, n int) string {
	var s strings.Builder
	for i := range n {
		if i > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(words[r.IntN(len(words))])
	}
	return s.String()
}

func random(seed uint64, stream uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, stream)) }
