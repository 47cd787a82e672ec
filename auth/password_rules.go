package auth

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Rules are what a new password has to fulfil, as the settings say (access.md §2.6, §3.4).
type Rules struct {
	// MinimumLength in characters; always checked.
	MinimumLength int
	// AttributeSimilarity refuses passwords that are much like the user's name or e-mail address.
	AttributeSimilarity bool
	// CommonPasswords refuses passwords of the embedded list.
	CommonPasswords bool
	// NotNumeric refuses passwords of digits only.
	NotNumeric bool
}

// Attributes are the texts of a user that a password must not be like.
type Attributes struct {
	Username  string
	FirstName string
	LastName  string
	Email     string
}

// minimumSimilarity from which on a password is too much like an attribute.
const minimumSimilarity = 0.7

// Texts returns the active rules, one sentence each, in the order in which Check tests them.
func (r Rules) Texts() []string {
	texts := []string{fmt.Sprintf("The password must contain at least %s.", characters(r.MinimumLength))}
	if r.CommonPasswords {
		texts = append(texts, "The password can’t be a commonly used password.")
	}
	if r.AttributeSimilarity {
		texts = append(texts, "The password can’t be too similar to your other personal information.")
	}
	if r.NotNumeric {
		texts = append(texts, "The password can’t be entirely numeric.")
	}
	return texts
}

// Check returns what is wrong with a new password for the user with these attributes, one sentence for each violated rule; none if it
// is fine.
func (r Rules) Check(password string, attributes Attributes) []string {
	var faults []string
	if utf8.RuneCountInString(password) < r.MinimumLength {
		faults = append(faults, fmt.Sprintf("This password is too short. It must contain at least %s.", characters(r.MinimumLength)))
	}
	if r.CommonPasswords && isCommon(password) {
		faults = append(faults, "This password is too common.")
	}
	if r.AttributeSimilarity {
		if name := attributes.similarTo(password); name != "" {
			faults = append(faults, fmt.Sprintf("The password is too similar to the %s.", name))
		}
	}
	if r.NotNumeric && isNumeric(password) {
		faults = append(faults, "This password is entirely numeric.")
	}
	return faults
}

func characters(n int) string {
	if n == 1 {
		return "1 character"
	}
	return fmt.Sprintf("%d characters", n)
}

func isNumeric(password string) bool {
	return password != "" && strings.IndexFunc(password, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// similarTo names the first attribute that the password is too much like, "" if there is none.
func (a Attributes) similarTo(password string) string {
	password = strings.ToLower(password)
	for _, attribute := range []struct{ name, value string }{
		{"username", a.Username},
		{"first name", a.FirstName},
		{"last name", a.LastName},
		{"email address", a.Email},
	} {
		value := strings.ToLower(attribute.value)
		for _, part := range append(strings.FieldsFunc(value, notInWord), value) {
			if similar(password, part) {
				return attribute.name
			}
		}
	}
	return ""
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_' }

// similar compares the characters of two texts as multisets, whatever their order. Parts that are very short beside the password are
// left out: their characters are in any long text.
func similar(password, part string) bool {
	passwordLength, partLength := utf8.RuneCountInString(password), utf8.RuneCountInString(part)
	if passwordLength == 0 || partLength == 0 {
		return false
	}
	if passwordLength >= 10*partLength && float64(partLength) < minimumSimilarity/2*float64(passwordLength) {
		return false
	}
	counts := make(map[rune]int, partLength)
	for _, r := range part {
		counts[r]++
	}
	shared := 0
	for _, r := range password {
		if counts[r] > 0 {
			counts[r]--
			shared++
		}
	}
	return 2*float64(shared)/float64(passwordLength+partLength) >= minimumSimilarity
}
