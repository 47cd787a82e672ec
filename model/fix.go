package model

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxImpact is the greatest update impact score.
const maxImpact = 999999

// deriveFix tells from the recommendation whether a fix exists, and how far away its version is (core-observations.md §6).
func (o *Observation) deriveFix() {
	o.FixAvailable, o.UpdateImpactScore = nil, nil
	if o.OriginComponentName == "" {
		return
	}
	matches := versionMatches(o.Recommendation)
	o.FixAvailable = Ptr(len(matches) > 0)
	installed := versionMatches(o.OriginComponentVersion)
	if len(matches) == 0 || len(installed) == 0 {
		return
	}
	recommended := matches[0]
	if len(matches) > 1 {
		var ok bool
		if recommended, ok = upgradeVersion(o.Recommendation, o.OriginComponentName); !ok {
			return
		}
	}
	o.UpdateImpactScore = Ptr(updateImpact(installed[0], recommended))
}

// versionMatches finds the versions in a text: at its start or after white space, an optional epoch and "v", then digits and dots.
func versionMatches(text string) []string {
	var found []string
	for i := 0; i < len(text); {
		if version, end := versionAt(text, i); version != "" {
			found = append(found, version)
			i = end
		}
		i = nextWord(text, i)
	}
	return found
}

// nextWord is the position after the next white space at or behind i.
func nextWord(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if unicode.IsSpace(r) {
			return i
		}
	}
	return i
}

// versionAt reads a version that begins at i; "" if there is none. end is behind it.
func versionAt(text string, i int) (version string, end int) {
	if epoch := digits(text, i); epoch > i && epoch < len(text) && text[epoch] == ':' {
		if v, e := plainVersion(text, epoch+1); v != "" {
			return v, e
		}
	}
	return plainVersion(text, i)
}

func plainVersion(text string, i int) (string, int) {
	if i < len(text) && text[i] == 'v' {
		i++
	}
	end := digits(text, i)
	if end == i {
		return "", i
	}
	for end < len(text) && (isDigit(text[end]) || text[end] == '.') {
		end++
	}
	return text[i:end], end
}

func digits(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

// upgradeVersion finds the version in "Upgrade [prefix:]component to version …".
func upgradeVersion(recommendation, component string) (string, bool) {
	component = withoutNumbers(component)
	for rest := recommendation; ; {
		_, after, ok := strings.Cut(rest, "Upgrade ")
		if !ok {
			return "", false
		}
		rest = after
		word, behind, ok := strings.Cut(after, component+" to version ")
		if !ok || word != "" && (!strings.HasSuffix(word, ":") || strings.ContainsFunc(word, unicode.IsSpace)) {
			continue
		}
		if v, _ := versionAt(behind, 0); v != "" {
			return v, true
		}
	}
}

// withoutNumbers removes every ":<digits>" from a component name.
func withoutNumbers(name string) string {
	var b strings.Builder
	for i := 0; i < len(name); {
		if end := digits(name, i+1); name[i] == ':' && end > i+1 {
			i = end
			continue
		}
		b.WriteByte(name[i])
		i++
	}
	return b.String()
}

// updateImpact rates the step between two versions: 100 per major version, else 10 per minor version, else 1 per patch; 0 for a step
// back.
func updateImpact(installed, recommended string) int {
	from, to := versionNumbers(installed), versionNumbers(recommended)
	weights := [3]int{100, 10, 1}
	for i := range from {
		if to[i] < from[i] {
			return 0
		}
		if to[i] > from[i] {
			return min((to[i]-from[i])*weights[i], maxImpact)
		}
	}
	return 0
}

func versionNumbers(version string) [3]int {
	var numbers [3]int
	i := 0
	for _, part := range strings.Split(version, ".") {
		if part == "" {
			continue
		}
		if i == len(numbers) {
			break
		}
		n, err := strconv.Atoi(part)
		if err != nil || n > maxImpact {
			n = maxImpact
		}
		numbers[i] = n
		i++
	}
	return numbers
}
