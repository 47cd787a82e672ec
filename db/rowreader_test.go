package db

import (
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/fxamacker/cbor/v2"
	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"secobserve/model"
)

// kinds has a field of each kind that rows have.
type kinds struct {
	ID        model.ID         `cbor:"id,omitempty"`
	Text      string           `cbor:"text,omitempty"`
	Severity  model.Severity   `cbor:"severity,omitempty"`
	Number    int              `cbor:"number,omitempty"`
	Time      model.Time       `cbor:"time,omitempty"`
	Small     uint8            `cbor:"small,omitempty"`
	Truth     bool             `cbor:"truth,omitempty"`
	Score     float64          `cbor:"score,omitempty"`
	MaybeInt  *int             `cbor:"maybe_int,omitempty"`
	MaybeTrue *bool            `cbor:"maybe_true,omitempty"`
	MaybeReal *float64         `cbor:"maybe_real,omitempty"`
	Bytes     []byte           `cbor:"bytes,omitempty"`
	Texts     []string         `cbor:"texts,omitempty"`
	Named     map[string]int64 `cbor:"named,omitempty"`
	Inner     struct {
		A string `cbor:"a"`
		B []int  `cbor:"b"`
	} `cbor:"inner"`
	Inners []struct {
		ID  model.ID `cbor:"id,omitempty"`
		URL string   `cbor:"url,omitempty"`
	} `cbor:"inners,omitempty"`
	Untagged string
	Last     string `cbor:"last"`
	Left     string `cbor:"-"`
}

// drawKinds draws a row whose fields are often empty.
func drawKinds(t *rapid.T, name string) kinds {
	some := func() bool { return rapid.Bool().Draw(t, name) }
	var k kinds
	if some() {
		k.ID, k.Text, k.Severity = model.ID(rapid.Uint64().Draw(t, name)), rapid.String().Draw(t, name), "High"
	}
	if some() {
		k.Number, k.Time, k.Small = rapid.Int().Draw(t, name), model.Time(rapid.Int64().Draw(t, name)), rapid.Uint8().Draw(t, name)
	}
	if some() {
		k.Truth, k.Score = true, rapid.Float64().Draw(t, name)
	}
	if some() {
		number, truth, score := rapid.Int().Draw(t, name), rapid.Bool().Draw(t, name), rapid.Float64().Draw(t, name)
		k.MaybeInt, k.MaybeTrue, k.MaybeReal = &number, &truth, &score
	}
	if some() {
		k.Bytes, k.Texts = rapid.SliceOfN(rapid.Byte(), 1, 300).Draw(t, name), rapid.SliceOfN(rapid.String(), 1, 30).Draw(t, name)
		k.Named = map[string]int64{rapid.String().Draw(t, name): rapid.Int64().Draw(t, name)}
	}
	for range rapid.IntRange(0, 3).Draw(t, name) {
		k.Inners = append(k.Inners, struct {
			ID  model.ID `cbor:"id,omitempty"`
			URL string   `cbor:"url,omitempty"`
		}{model.ID(rapid.Uint64().Draw(t, name)), rapid.String().Draw(t, name)})
	}
	k.Inner.A, k.Inner.B = rapid.String().Draw(t, name), []int{rapid.Int().Draw(t, name)}
	k.Untagged, k.Last = rapid.String().Draw(t, name), rapid.SampledFrom([]string{"", "one", "two"}).Draw(t, name)
	return k
}

// Rows come back as they were written, with and without a row to take texts from.
func TestRowReader(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row, like := drawKinds(t, "row"), drawKinds(t, "like")
		tx := &Tx{}
		raw, err := tx.encode(row)
		if err != nil {
			t.Fatal(err)
		}
		var alone, got kinds
		if err := decode(raw, &alone); err != nil {
			t.Fatal(err)
		}
		if err := decodeWith(rowReaderOf(reflect.TypeOf(got)), raw, &got, &like); err != nil {
			t.Fatal(err)
		}
		for _, got := range []kinds{alone, got} {
			if !reflect.DeepEqual(got, row) {
				t.Fatalf("%+v became %+v", row, got)
			}
		}
	})
}

// What other versions have written is read: fields that are gone, new, in another order, or null.
func TestRowsOfOtherVersions(t *testing.T) {
	sorted, err := cbor.EncOptions{Sort: cbor.SortBytewiseLexical}.EncMode() // an order that is not that of the fields
	if err != nil {
		t.Fatal(err)
	}
	raw, err := sorted.Marshal(map[string]any{"gone": []any{1, map[string]any{"a": "b"}, 1.5, nil, []byte{1}, -1, true}, "last": "l", "id": 7,
		"text": "t", "number": -5, "maybe_int": nil, "texts": nil, "score": 2})
	if err != nil {
		t.Fatal(err)
	}
	var got kinds
	if err := decode(raw, &got); err != nil {
		t.Fatal(err)
	}
	want := kinds{ID: 7, Text: "t", Number: -5, Last: "l", Score: 2}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A text that is none does not keep its row from being read.
func TestRowsWithOddTexts(t *testing.T) {
	var got kinds
	if err := decode([]byte{0xa1, 0x64, 't', 'e', 'x', 't', 0x62, 'a', 0xff}, &got); err != nil || got.Text != "a\uFFFD" {
		t.Errorf("%q, %v", got.Text, err)
	}
}

func TestDamagedRows(t *testing.T) {
	whole := kinds{ID: math.MaxUint64, Text: strings.Repeat("long ", 60), Number: -1 << 40, Score: 1.5, Bytes: []byte{1, 2}, Texts: []string{"a"}}
	raw, err := cbor.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	reader := rowReaderOf(reflect.TypeFor[kinds]())
	for n := range raw {
		if err := reader.read(raw[:n], reflect.ValueOf(new(kinds)).Elem(), reflect.Value{}); err == nil {
			t.Errorf("%d of %d bytes are a row", n, len(raw))
		}
	}
	if err := reader.read(append(raw, 0), reflect.ValueOf(new(kinds)).Elem(), reflect.Value{}); !errors.Is(err, errRowTrailing) {
		t.Errorf("a row and a byte: %v", err)
	}
	for name, value := range map[string]any{
		"id": -1, "text": 5, "number": uint64(math.MaxUint64), "small": 256, "truth": "yes", "score": "much", "maybe_int": "five", "bytes": "text", "texts": 1, "inners": "none",
	} {
		raw, err := cbor.Marshal(map[string]any{name: value})
		if err != nil {
			t.Fatal(err)
		}
		if err := decode(raw, new(kinds)); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s with %v: %v", name, value, err)
		}
	}
	for what, raw := range map[string][]byte{
		"no map": {0x01}, "no text as a key": {0xa1, 0x01, 0x01}, "an unfinished length": {0xb9, 0x00}, "an indefinite map": {0xbf, 0xff},
		"a tag":                           {0xa1, 0x61, 'x', 0xc1, 0x00},
		"many items that are not there":   {0xa1, 0x61, 'x', 0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff},
		"many structs that are not there": append([]byte{0xa1, 0x66}, "inners\x9b\x00\x00\x00\xff\xff\xff\xff\xff"...),
		"a struct that is none":           append([]byte{0xa1, 0x66}, "inners\x81\x01"...),
		"deep nesting":                    append([]byte{0xa1, 0x61, 'x'}, []byte(strings.Repeat("\x81", 100)+"\x01")...),
	} {
		if err := decode(raw, new(kinds)); err == nil {
			t.Errorf("%s is a row", what)
		}
	}
}

// Whatever the bytes, reading them ends without a panic, and what was read can be written and read again.
func FuzzRowReader(f *testing.F) {
	raw, err := cbor.Marshal(kinds{ID: 300, Text: "text", Texts: []string{"a", "b"}, Bytes: []byte{1}, Number: -4})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(raw)
	f.Fuzz(func(t *testing.T, raw []byte) {
		var row, again kinds
		if decode(raw, &row) != nil {
			return
		}
		tx := &Tx{}
		encoded, err := tx.encode(row)
		if err != nil {
			t.Fatal(err)
		}
		if err := decodeWith(rowReaderOf(reflect.TypeOf(row)), encoded, &again, &row); err != nil {
			t.Fatalf("%+v: %v", row, err)
		}
	})
}
