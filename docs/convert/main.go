// Command convert brings the Swagger 2 document of swag into OpenAPI 3.0.3: it reads the one from standard input and writes the other to
// standard output, always the same text for the same input.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi2"
	"github.com/getkin/kin-openapi/openapi2conv"
	"github.com/getkin/kin-openapi/openapi3"
)

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "convert:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	swagger, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	document, err := convert(swagger)
	if err != nil {
		return err
	}
	compact, err := document.MarshalJSON()
	if err != nil {
		return fmt.Errorf("write the API description: %w", err)
	}
	var text bytes.Buffer
	if err := json.Indent(&text, compact, "", "  "); err != nil {
		return fmt.Errorf("write the API description: %w", err)
	}
	text.WriteByte('\n')
	_, err = text.WriteTo(out)
	return err
}

// Names of schemas as swag makes them from Go types, and what clients know them by.
var (
	pageName = regexp.MustCompile(`schema\.Page-schema_(\w+)`)
	typeName = regexp.MustCompile(`(#/definitions/|")(schema|model|handlers)\.(\w+)`)
)

func convert(swagger []byte) (*openapi3.T, error) {
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
	return document, nil
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
