// Package docs holds the description of the API: swag generates swagger.json from the annotations of package handlers (`make generate`), this
// package brings it into OpenAPI 3.
package docs

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi2conv"
	"github.com/getkin/kin-openapi/openapi3"
	"go.yaml.in/yaml/v3"
)

//go:embed swagger.json
var swagger []byte

// Description is the API description as OpenAPI 3.0.3, in both forms.
type Description struct {
	Document   *openapi3.T
	JSON, YAML []byte
}

// OpenAPI returns the description; it is made once.
var OpenAPI = sync.OnceValues(describe)

// Names of schemas as swag makes them from Go types, and what clients know them by.
var (
	pageName = regexp.MustCompile(`schema\.Page-schema_(\w+)`)
	typeName = regexp.MustCompile(`(#/definitions/|")(schema|model|handlers)\.(\w+)`)
)

func describe() (*Description, error) {
	text := pageName.ReplaceAll(swagger, []byte("Paginated${1}List"))
	text = typeName.ReplaceAll(text, []byte("$1$3"))
	var old openapi2.T
	if err := json.Unmarshal(text, &old); err != nil {
		return nil, fmt.Errorf("read the API description: %w", err)
	}
	document, err := openapi2conv.ToV3(&old)
	if err != nil {
		return nil, fmt.Errorf("convert the API description: %w", err)
	}
	document.OpenAPI = "3.0.3"
	document.Servers = nil
	for _, schema := range document.Components.Schemas {
		makeNullable(schema.Value)
		allowBlank(schema.Value, document.Components.Schemas)
	}
	d := &Description{Document: document}
	if d.JSON, err = document.MarshalJSON(); err != nil {
		return nil, fmt.Errorf("write the API description: %w", err)
	}
	var plain any
	if err := json.Unmarshal(d.JSON, &plain); err != nil {
		return nil, fmt.Errorf("write the API description: %w", err)
	}
	if d.YAML, err = yaml.Marshal(plain); err != nil {
		return nil, fmt.Errorf("write the API description: %w", err)
	}
	return d, nil
}

// makeNullable turns the extension x-nullable of Swagger 2 into the property of OpenAPI 3.
func makeNullable(schema *openapi3.Schema) {
	if schema == nil {
		return
	}
	for _, property := range schema.Properties {
		if property.Value == nil || property.Ref != "" {
			continue
		}
		if property.Value.Extensions["x-nullable"] == true {
			property.Value.Nullable = true
			delete(property.Value.Extensions, "x-nullable")
		}
		makeNullable(property.Value)
	}
}

// allowBlank adds the empty text, the "no value" of texts, to the choices of optional properties.
func allowBlank(schema *openapi3.Schema, all openapi3.Schemas) {
	for name, property := range schema.Properties {
		choice := all[strings.TrimPrefix(property.Ref, "#/components/schemas/")]
		if property.Ref == "" || choice == nil || !choice.Value.Type.Is(openapi3.TypeString) || slices.Contains(schema.Required, name) {
			continue
		}
		withBlank := *choice.Value
		if len(withBlank.Enum) > 0 {
			withBlank.Enum = append(slices.Clone(withBlank.Enum), "")
		}
		schema.Properties[name] = openapi3.NewSchemaRef("", &withBlank)
	}
}
