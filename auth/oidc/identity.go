package oidc

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"secobserve/auth"
	"secobserve/model"
)

// The refusals of names: none, and those that no account can have.
const (
	ErrNoUsername auth.CredentialError = "No username found in JWT"
	ErrUsername   auth.CredentialError = "Invalid username in JWT"
)

// The greatest lengths of the fields of an account in characters (access.md §2.1).
const (
	maxUsername = 150
	maxName     = 150
	maxFullName = 301
	maxEmail    = 254
)

// Identity is who a token says is calling.
type Identity struct {
	Username                             string
	FirstName, LastName, FullName, Email string
	// Groups are sorted.
	Groups []string
	// IssuedAt is the zero time if the token does not say it.
	IssuedAt time.Time
}

func (n ClaimNames) identity(claims map[string]any) (Identity, error) {
	id := Identity{
		Username: text(claims, n.Username), FirstName: cut(text(claims, n.FirstName), maxName), LastName: cut(text(claims, n.LastName), maxName),
		FullName: cut(text(claims, n.FullName), maxFullName), Email: text(claims, n.Email), Groups: groups(claims, n.Groups),
	}
	if id.Username == "" {
		return Identity{}, ErrNoUsername
	}
	if utf8.RuneCountInString(id.Username) > maxUsername || strings.ContainsFunc(id.Username, unicode.IsControl) || model.ReservedUsername(id.Username) {
		return Identity{}, ErrUsername
	}
	if utf8.RuneCountInString(id.Email) > maxEmail {
		id.Email = "" // a part of an address is the address of somebody else
	}
	id.IssuedAt, _ = moment(claims["iat"])
	return id, nil
}

// text is a claim that is a text, "" if there is none of that name.
func text(claims map[string]any, name string) string {
	if name == "" {
		return ""
	}
	value, _ := claims[name].(string)
	return strings.TrimSpace(value)
}

func cut(s string, most int) string {
	if runes := []rune(s); len(runes) > most {
		return strings.TrimSpace(string(runes[:most]))
	}
	return s
}

// groups reads one group or a list of them; anything else is none.
func groups(claims map[string]any, name string) []string {
	if name == "" {
		return nil
	}
	switch value := claims[name].(type) {
	case string:
		if value != "" {
			return []string{value}
		}
	case []any:
		var names []string
		for _, element := range value {
			group, ok := element.(string)
			if !ok {
				return nil
			}
			names = append(names, group)
		}
		slices.Sort(names)
		return names
	}
	return nil
}

// groupsHash tells sets of groups apart; "" for none.
func groupsHash(sorted []string) string {
	if len(sorted) == 0 {
		return ""
	}
	sum := sha256.Sum256([]byte(strings.Join(sorted, "\n")))
	return hex.EncodeToString(sum[:])
}
