package parsers

import (
	"encoding/json"
	"testing"
)

// Null and values of a wrong type are absent, without an error.
func TestLenient(t *testing.T) {
	type inner struct {
		S String `json:"s"`
	}
	type document struct {
		S String              `json:"s"`
		N Number              `json:"n"`
		O Object[inner]       `json:"o"`
		L List[Object[inner]] `json:"l"`
	}
	for content, want := range map[string]string{
		`{"s":"a","n":"7","o":{"s":"b"},"l":[{"s":"c"},7]}`: `a 7 b 2`,
		`{"s":7,"n":[],"o":[],"l":{}}`:                      ` -  0`,
		`{"s":null,"n":null,"o":null,"l":null}`:             ` -  0`,
		`{"n":1.5}`:                                         ` -  0`,
		`{"n":1e300}`:                                       ` -  0`,
		`{"n":"0x10"}`:                                      ` -  0`,
	} {
		var d document
		if err := json.Unmarshal([]byte(content), &d); err != nil {
			t.Errorf("%s: %v", content, err)
		}
		number := "-"
		if n := d.N.Int(); n != nil {
			number = string(rune('0' + *n))
		}
		if got := string(d.S) + " " + number + " " + string(d.O.V.S) + " " + string(rune('0'+len(d.L))); got != want {
			t.Errorf("%s: %q, want %q", content, got, want)
		}
	}
	if !IsString(json.RawMessage(` "a" `), "a") || IsString(json.RawMessage(`7`), "7") {
		t.Error("IsString")
	}
}
