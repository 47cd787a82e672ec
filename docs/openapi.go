// Package docs holds the description of the API: swag generates it from the annotations of package handlers, this package brings it into
// OpenAPI 3.
package docs

// Description is the API description in both forms.
type Description struct{ JSON, YAML []byte }

// OpenAPI returns the description.
func OpenAPI() (*Description, error) {
	return &Description{JSON: []byte("{}"), YAML: []byte("{}")}, nil
}
