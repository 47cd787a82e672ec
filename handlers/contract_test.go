package handlers_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"secobserve/docs"
)

// readDescription reads the description that the server sends.
var readDescription = sync.OnceValues(func() (*openapi3.T, error) { return openapi3.NewLoader().LoadFromData(docs.JSON) })

func description(t *testing.T) *openapi3.T {
	t.Helper()
	document, err := readDescription()
	if err != nil {
		t.Fatal(err)
	}
	return document
}

// describedPath finds the path of the description that a request's path belongs to.
func describedPath(document *openapi3.T, path string) *openapi3.PathItem {
	if item := document.Paths.Value(path); item != nil {
		return item
	}
	for template, item := range document.Paths.Map() {
		pattern := "^" + regexp.MustCompile(`\{\w+\}`).ReplaceAllString(template, `[^/]+`) + "$"
		if strings.Contains(template, "{") && regexp.MustCompile(pattern).MatchString(path) {
			return item
		}
	}
	return nil
}

// checkContract holds the answer to a request against the API description: each successful JSON answer of each test has the described shape.
func checkContract(t *testing.T, r *http.Request, got answer) {
	t.Helper()
	if got.status >= 300 || got.body == "" || !strings.HasPrefix(got.header.Get("Content-Type"), "application/json") || r.Method == http.MethodOptions {
		return
	}
	described := description(t)
	path := strings.TrimSuffix(r.URL.Path, "/") + "/"
	item := describedPath(described, path)
	if item == nil || item.GetOperation(r.Method) == nil {
		t.Fatalf("%s %s is not described", r.Method, r.URL.Path)
	}
	response := item.GetOperation(r.Method).Responses.Status(got.status)
	if response == nil {
		t.Fatalf("%s %s: the answer %d is not described", r.Method, r.URL.Path, got.status)
	}
	media := response.Value.Content.Get("application/json")
	if media == nil || media.Schema == nil {
		t.Fatalf("%s %s: no schema for the answer %d", r.Method, r.URL.Path, got.status)
	}
	var body any
	if err := json.Unmarshal([]byte(got.body), &body); err != nil {
		t.Fatalf("%s %s: %v", r.Method, r.URL.Path, err)
	}
	if err := media.Schema.Value.VisitJSON(body); err != nil {
		t.Fatalf("%s %s: the answer does not match its description: %v", r.Method, r.URL.Path, err)
	}
}

func TestDescriptionIsValid(t *testing.T) {
	described := description(t)
	if err := described.Validate(context.Background(), openapi3.DisableExamplesValidation()); err != nil {
		t.Error(err)
	}
}

// Every described operation has a route and every route is described: an unknown path is 404 and an unknown method 405, both before
// anything else for a superuser.
func TestRoutesAndDescriptionAgree(t *testing.T) {
	described := description(t)
	a := newAPI(t)
	admin := a.admin()
	for path, item := range described.Paths.Map() {
		request := strings.ReplaceAll(path, "{id}", "4711")
		got := a.do("OPTIONS", request, admin, nil)
		if got.status == 404 {
			t.Errorf("%s is described but has no route", path)
			continue
		}
		var described []string
		for method := range item.Operations() {
			described = append(described, method)
		}
		var routed []string
		for _, method := range strings.Split(got.header.Get("Allow"), ", ") {
			if method != "OPTIONS" && method != "HEAD" {
				routed = append(routed, method)
			}
		}
		slices.Sort(described)
		slices.Sort(routed)
		if !slices.Equal(described, routed) {
			t.Errorf("%s: described %v, routed %v", path, described, routed)
		}
	}
}

// The names that clients rely on: operation ids, parameters and properties of the contract beside this repository.
func TestContractNames(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("..", "..", "shared", "contract", "openapi.json"))
	if err != nil {
		t.Skip("the contract is not there")
	}
	contract, err := openapi3.NewLoader().LoadFromData(content)
	if err != nil {
		t.Fatal(err)
	}
	described := description(t)
	for path, item := range described.Paths.Map() {
		theirs := contract.Paths.Value(path)
		if theirs == nil {
			continue // additive
		}
		for method, operation := range item.Operations() {
			wanted := theirs.GetOperation(method)
			if wanted == nil {
				continue
			}
			if operation.OperationID != wanted.OperationID {
				t.Errorf("%s %s: operation id %s, want %s", method, path, operation.OperationID, wanted.OperationID)
			}
			for _, p := range wanted.Parameters {
				mine := operation.Parameters.GetByInAndName(p.Value.In, p.Value.Name)
				if mine == nil {
					t.Errorf("%s %s: parameter %s is missing", method, path, p.Value.Name)
					continue
				}
				compareChoices(t, fmt.Sprintf("%s %s: parameter %s", method, path, p.Value.Name), mine.Schema.Value, p.Value.Schema.Value)
			}
			if !otherAnswers[method+" "+path] {
				compareProperties(t, method+" "+path, answerSchema(operation), answerSchema(wanted), 0)
			}
			compareProperties(t, method+" "+path+" body", bodySchema(operation), bodySchema(wanted), 0)
		}
	}
}

// otherAnswers are the operations whose answers the contract does not describe as they are.
var otherAnswers = map[string]bool{
	"GET /api/purl_types/{purl_type_id}/": true, // described like the list
}

func answerSchema(operation *openapi3.Operation) *openapi3.Schema {
	for _, status := range []int{200, 201} {
		if r := operation.Responses.Status(status); r != nil {
			if media := r.Value.Content.Get("application/json"); media != nil && media.Schema != nil {
				return media.Schema.Value
			}
		}
	}
	return nil
}

func bodySchema(operation *openapi3.Operation) *openapi3.Schema {
	if operation.RequestBody == nil {
		return nil
	}
	if media := operation.RequestBody.Value.Content.Get("application/json"); media != nil && media.Schema != nil {
		return media.Schema.Value
	}
	return nil
}

// compareChoices checks that an enumeration has the choices of the contract. Permissions are numbers without names there.
func compareChoices(t *testing.T, where string, got, want *openapi3.Schema) {
	t.Helper()
	if strings.HasSuffix(where, " permissions") {
		return
	}
	mine, theirs := choices(got), choices(want)
	if !slices.Equal(mine, theirs) {
		t.Errorf("%s: choices %v, want %v", where, mine, theirs)
	}
}

// choices are the values of an enumeration, also of one that a list or a combination holds; "" and null say that there is no value.
func choices(schema *openapi3.Schema) []string {
	var all []string
	for _, v := range schema.Enum {
		if v != nil && v != "" {
			all = append(all, fmt.Sprint(v))
		}
	}
	for _, parts := range []openapi3.SchemaRefs{schema.AllOf, schema.OneOf, schema.AnyOf} {
		for _, part := range parts {
			all = append(all, choices(part.Value)...)
		}
	}
	if schema.Items != nil {
		all = append(all, choices(schema.Items.Value)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// compareProperties checks that every property of the contract exists with the same type, two levels deep.
func compareProperties(t *testing.T, where string, got, want *openapi3.Schema, depth int) {
	if got == nil || want == nil || depth > 2 {
		return
	}
	for name, property := range want.Properties {
		mine := propertyOf(got, name)
		if mine == nil {
			if name != "license_components_new" && name != "license_components_updated" && name != "license_components_deleted" {
				t.Errorf("%s: property %s is missing", where, name)
			}
			continue
		}
		if property.Value.Type != nil && mine.Type != nil && property.Value.Type.Slice()[0] != mine.Type.Slice()[0] {
			t.Errorf("%s: property %s is %v, want %v", where, name, mine.Type.Slice(), property.Value.Type.Slice())
		}
		compareChoices(t, where+": property "+name, mine, property.Value)
		next, wanted := mine, property.Value
		if mine.Items != nil && wanted.Items != nil {
			next, wanted = mine.Items.Value, wanted.Items.Value
		}
		compareProperties(t, where+" "+name, next, wanted, depth+1)
	}
}

// propertyOf finds a property, also in the parts that a schema is put together from.
func propertyOf(schema *openapi3.Schema, name string) *openapi3.Schema {
	if p := schema.Properties[name]; p != nil {
		return p.Value
	}
	for _, part := range schema.AllOf {
		if p := propertyOf(part.Value, name); p != nil {
			return p
		}
	}
	return nil
}
