package db

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"secobserve/db/columnar"
	"secobserve/model"
)

// Rows are read into the same memory one after the other; nothing of one stays for the next, and the index is what it was when the rows
// were written.
func TestLoadBatch(t *testing.T) {
	whole, empty := new(model.Observation), &model.Observation{ID: 2}
	fillStruct(reflect.ValueOf(whole).Elem())
	whole.ID = 1
	tx := &Tx{}
	var (
		keys, values [][]byte
		want         []columnar.Value
	)
	for _, row := range []*model.Observation{whole, empty} {
		raw, err := tx.encode(row)
		if err != nil {
			t.Fatal(err)
		}
		keys, values = append(keys, rowKey(row.ID)), append(values, bytes.Clone(raw))
		want = append(want, Observations.indexRow(row)...)
	}
	var batch loaded
	if err := Observations.loadBatch(&batch, keys, values); err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(want, batch.values); diff != "" {
		t.Error(diff)
	}
}

// Fields that are passed over when the index is built have no say in it: alone, or beside all others.
func TestUnindexed(t *testing.T) {
	testUnindexed(t, Observations)
	testUnindexed(t, Evidences)
}

func testUnindexed[T any](t *testing.T, table *Table[T]) {
	t.Helper()
	for _, name := range table.unindexed {
		empty, whole, alone, without := new(T), new(T), new(T), new(T)
		fillStruct(reflect.ValueOf(whole).Elem())
		*without = *whole
		at := rowReaderOf(reflect.TypeFor[T]()).byName[name]
		field := rowReaderOf(reflect.TypeFor[T]()).fields[at].index
		fillStruct(reflect.ValueOf(alone).Elem().Field(field))
		reflect.ValueOf(without).Elem().Field(field).SetZero()
		if diff := gocmp.Diff(table.indexRow(empty), table.indexRow(alone)); diff != "" {
			t.Errorf("%s alone: %s", name, diff)
		}
		if diff := gocmp.Diff(table.indexRow(whole), table.indexRow(without)); diff != "" {
			t.Errorf("without %s: %s", name, diff)
		}
	}
}

// fillStruct sets every field to something that is not its zero value.
func fillStruct(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillStruct(v.Field(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillStruct(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fillStruct(v.Index(0))
	case reflect.String:
		v.SetString("High")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Float64:
		v.SetFloat(7.5)
	case reflect.Uint8, reflect.Uint64:
		v.SetUint(3)
	default:
		v.SetInt(3)
	}
}

// Small rows and large ones, compressible or not, come back as they were.
func TestEncoding(t *testing.T) {
	random := make([]byte, 5000)
	for i := range random {
		random[i] = byte(i*i>>3 ^ i*7)
	}
	for _, o := range []model.Observation{
		{},
		{ID: 1, Title: "short"},
		{ID: 2, Title: "long", Description: strings.Repeat("denial of service ", 1000), Created: model.TimeOf(time.Now())},
		{ID: 3, ReportFingerprint: random},
	} {
		tx := &Tx{}
		raw, err := tx.encode(&o)
		if err != nil {
			t.Fatal(err)
		}
		if o.Title == "long" && (raw[0] != packedBy1 || len(raw) > 1000) {
			t.Errorf("a long row is not packed: %d bytes", len(raw))
		}
		var got model.Observation
		if err := decode(raw, &got); err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(o, got); diff != "" {
			t.Error(diff)
		}
	}
}

// Damaged values are errors, not panics, and do not take memory that they have not.
func FuzzUnpack(f *testing.F) {
	packed, _ := pack(nil, []byte(strings.Repeat("An attacker could ", 100)))
	f.Add(packed)
	f.Add([]byte{packedBy1, 0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, value []byte) {
		plain, ok, err := unpack(nil, value)
		if ok != (len(value) > 0 && value[0] == packedBy1) {
			t.Fatal("taken for something else")
		}
		if err != nil || !ok {
			return
		}
		again, smaller := pack(nil, plain)
		if !smaller {
			return
		}
		back, _, err := unpack(nil, again)
		if err != nil || string(back) != string(plain) {
			t.Fatalf("%q comes back as %q: %v", plain, back, err)
		}
	})
}
