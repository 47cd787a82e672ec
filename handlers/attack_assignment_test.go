package handlers_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// hostile is a text that no request may bring into the data.
const hostile = "hostile-marker"

// TestMassAssignment adds every property that any object of the API has to each request that creates or changes something, except those that the
// request is described to have (CWE-915). The answer and the object must be what they are without them. The requests and those who send them
// are the lines of testdata/access.txt; superusers send what only they may.
func TestMassAssignment(t *testing.T) {
	rows, recipes := accessTable(t)
	w := newWorld(t, recipes)
	described := description(t)
	tried := 0
	for _, row := range rows {
		if row.method == http.MethodGet || row.method == http.MethodDelete || !strings.HasPrefix(row.body, "{") || row.status >= 300 || strings.Contains(row.may, "N") ||
			row.path == "/api/license_policies/import/" { // a file, which has to fit its JSON schema
			continue
		}
		tried++
		w.assign(row, requestProperties(described, row), foreignProperties(described))
	}
	if tried < 60 {
		t.Errorf("only %d requests were tried", tried)
	}
	if backup := w.api.do("GET", "/api/backup/", w.admin, nil).want(200, "").body; strings.Contains(backup, hostile) {
		t.Error("the data file holds what was sent in properties that nobody may set")
	}
}

// requestProperties are those that a row's request is described to have.
func requestProperties(described *openapi3.T, row accessRow) openapi3.Schemas {
	path, _, _ := strings.Cut(placeholder.ReplaceAllString(row.path, "1"), "?")
	body := describedPath(described, path).GetOperation(row.method).RequestBody
	if body == nil || body.Value.Content.Get("application/json") == nil {
		return nil
	}
	return body.Value.Content.Get("application/json").Schema.Value.Properties
}

// foreignProperties are all properties of all objects, and some that frameworks know.
func foreignProperties(described *openapi3.T) openapi3.Schemas {
	all := openapi3.Schemas{}
	for _, name := range []string{"password", "password_hash", "hash", "token", "secret", "token_version", "_id", "pk", "__proto__", "constructor"} {
		all[name] = openapi3.NewStringSchema().NewRef()
	}
	for _, schema := range described.Components.Schemas {
		for name, property := range schema.Value.Properties {
			all[name] = property
		}
	}
	return all
}

// assign sends a row's request as it is and, about another object, with the foreign properties.
func (w *world) assign(row accessRow, own, foreign openapi3.Schemas) {
	w.t.Helper()
	p := w.insider(row)
	if row.may == "S" {
		p = w.person("a superuser")
	}
	plain, seenPlain := w.sendFresh(row, p, nil)
	extra := map[string]any{}
	for name, property := range foreign {
		if own[name] == nil {
			extra[name] = w.hostileValue(name, property.Value, plain[name])
		}
	}
	got, seen := w.sendFresh(row, p, extra)
	for _, pair := range []struct{ got, plain map[string]any }{{got, plain}, {seen, seenPlain}} {
		for name, value := range pair.got {
			if sent, foreign := extra[name]; foreign && same(value, sent) && !same(pair.plain[name], sent) {
				w.t.Errorf("%s as %s: the property %s, which the request does not have, became %v", row, p.name, name, value)
			}
		}
	}
}

// sendFresh sends a row's request about an object of its own. It returns the answer, and what a superuser sees of the object then.
func (w *world) sendFresh(row accessRow, p *person, extra map[string]any) (got, seen map[string]any) {
	w.t.Helper()
	w.spent(row.object, w.own)
	o := w.object(row.object, w.own)
	path, body := w.fill(row.path, w.own, o), withProperties(w.t, w.fill(row.body, w.own, o), extra)
	answered := w.ask(row, path, body, p)
	w.spent(row.object, w.own)
	if answered.status != row.status {
		w.t.Errorf("%s as %s with %d more properties: status %d, body %.300s", row, p.name, len(extra), answered.status, answered.body)
	}
	if strings.Contains(answered.body, hostile) {
		w.t.Errorf("%s as %s: the answer holds what was sent in a foreign property: %.600s", row, p.name, answered.body)
	}
	after := w.look(path)
	if strings.Contains(after, hostile) {
		w.t.Errorf("%s as %s: the object holds what was sent in a foreign property: %.600s", row, p.name, after)
	}
	return members(answered.body), members(after)
}

func members(body string) map[string]any {
	var o map[string]any
	if json.Unmarshal([]byte(body), &o) != nil {
		return nil
	}
	return o
}

// hostileValue is a value of the type of a property that differs from what it is without being set.
func (w *world) hostileValue(name string, s *openapi3.Schema, now any) any {
	switch {
	case s.Type.Is("boolean"):
		is, _ := now.(bool)
		return !is
	case s.Type.Is("integer") && name == "user":
		return 1 // the first administrator
	case s.Type.Is("integer") && strings.HasPrefix(name, "product"):
		return w.other.id
	case name == "id":
		return 987654
	case s.Type.Is("integer"), s.Type.Is("number"):
		return 3
	case s.Type.Is("string") && s.Format == "date-time":
		return "2001-02-03T04:05:06Z"
	case s.Type.Is("string") && s.Format == "date":
		return "2001-02-03"
	case s.Type.Is("string") && len(s.Enum) > 0:
		return s.Enum[len(s.Enum)-1]
	case s.Type.Is("string"):
		return hostile
	case s.Type.Is("array"):
		return []any{w.hostileValue("", s.Items.Value, nil)}
	default:
		return map[string]any{"id": w.other.id, "name": hostile}
	}
}

func same(a, b any) bool {
	left, _ := json.Marshal(a)
	right, _ := json.Marshal(b)
	return bytes.Equal(left, right) || reflect.DeepEqual(a, b)
}

func withProperties(t *testing.T, body string, extra map[string]any) string {
	t.Helper()
	var o map[string]any
	decoder := json.NewDecoder(strings.NewReader(body))
	decoder.UseNumber()
	if err := decoder.Decode(&o); err != nil {
		t.Fatalf("%v: %s", err, body)
	}
	for name, value := range extra {
		if _, set := o[name]; !set {
			o[name] = value
		}
	}
	encoded, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	return string(encoded)
}
