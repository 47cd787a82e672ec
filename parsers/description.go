package parsers

import (
	"strings"
	"unicode/utf8"
)

// maxDescription is the number of bytes after which a description ends. The import keeps 2048 characters, of at most four bytes each; the bound
// keeps a report with one huge text and many findings that repeat it from growing without end.
const maxDescription = 16 << 10

// Description puts a text together from paragraphs, which are separated by empty lines (parsers.md §1.1). Its zero value is ready to use.
type Description struct{ text strings.Builder }

// Expect makes room for a text of about so many bytes.
func (d *Description) Expect(size int) { d.text.Grow(min(size, 2*maxDescription)) }

// Add adds a paragraph that consists of the parts; one without text is left out.
func (d *Description) Add(parts ...string) {
	separated := d.text.Len() == 0
	for _, part := range parts {
		if part == "" || d.Full() {
			continue
		}
		if !separated {
			d.text.WriteString("\n\n")
			separated = true
		}
		d.text.WriteString(part[:min(len(part), maxDescription)])
	}
}

// AddNamed adds "**name:** value" if there is a value.
func (d *Description) AddNamed(name, value string) {
	if value != "" {
		d.Add("**", name, ":** ", value)
	}
}

// Full tells that nothing more will be shown.
func (d *Description) Full() bool { return d.text.Len() >= maxDescription }

// String is the text without line breaks at its end.
func (d *Description) String() string {
	text := strings.TrimRight(d.text.String(), "\n")
	if utf8.ValidString(text) { // nearly always; and this is fast
		return text
	}
	return strings.ToValidUTF8(text, "")
}
