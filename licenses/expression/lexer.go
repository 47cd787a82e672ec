package expression

import (
	"strings"
	"unicode"
)

// tokenKind says what a token is.
type tokenKind int

const (
	end tokenKind = iota
	open
	closing
	and
	or
	with
	known   // a key of the vocabulary
	unknown // one or several adjacent words that are no keys
)

type token struct {
	kind  tokenKind
	text  string // as written
	entry entry  // of known keys
}

// keywords by their spelling in lower case.
var keywords = map[string]tokenKind{"and": and, "or": or, "with": with}

// lexer splits a text into tokens.
type lexer struct {
	vocabulary *Vocabulary
	rest       string
	ahead      string // a word that has been read already
}

// next returns the next token. Words that are no keys become one token with their unknown neighbours, because license names consist of
// several words.
func (l *lexer) next() token {
	word := l.word()
	switch word {
	case "":
		return token{}
	case "(":
		return token{kind: open, text: word}
	case ")":
		return token{kind: closing, text: word}
	}
	if keyword, ok := keywords[strings.ToLower(word)]; ok {
		return token{kind: keyword, text: word}
	}
	if key, ok := l.key(word); ok {
		return key
	}
	return l.unknown(word)
}

// key reads the key that begins with a word: some aliases consist of two words.
func (l *lexer) key(word string) (token, bool) {
	second := l.word()
	if both := word + " " + second; second != "" {
		if e, ok := l.vocabulary.keys[strings.ToLower(both)]; ok {
			return token{kind: known, text: both, entry: e}, true
		}
	}
	l.ahead = second
	e, ok := l.vocabulary.keys[strings.ToLower(word)]
	return token{kind: known, text: word, entry: e}, ok
}

func (l *lexer) unknown(first string) token {
	words := []string{first}
	for {
		word := l.word()
		if !l.isUnknown(word) {
			return token{kind: unknown, text: strings.Join(words, " ")}
		}
		l.ahead = ""
		words = append(words, word)
	}
}

// isUnknown tells whether a word, which it puts back, continues an unknown key.
func (l *lexer) isUnknown(word string) bool {
	l.ahead = word
	if word == "" || word == "(" || word == ")" || keywords[strings.ToLower(word)] != end {
		return false
	}
	if _, ok := l.vocabulary.keys[strings.ToLower(word)]; ok {
		return false
	}
	return true
}

// word returns the next parenthesis, or the next run of characters up to white space or a parenthesis; "" at the end.
func (l *lexer) word() string {
	if l.ahead != "" {
		word := l.ahead
		l.ahead = ""
		return word
	}
	l.rest = strings.TrimLeftFunc(l.rest, unicode.IsSpace)
	stop := strings.IndexFunc(l.rest, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == ')' })
	switch stop {
	case -1:
		stop = len(l.rest)
	case 0:
		stop = 1
	}
	word := l.rest[:stop]
	l.rest = l.rest[stop:]
	return word
}

// badCharacter returns the first character of a text that no token may contain.
func badCharacter(text string) (rune, bool) {
	for _, r := range text {
		if !unicode.IsSpace(r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("()_.:+-", r) {
			return r, true
		}
	}
	return 0, false
}
