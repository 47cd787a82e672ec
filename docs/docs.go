// Package docs holds the description of the API that is served: openapi.json, OpenAPI 3.0.3. `make generate` makes it from the annotations of
// package handlers: swag writes Swagger 2, the command docs/convert brings that into OpenAPI 3.
package docs

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	"go.yaml.in/yaml/v3"
)

// JSON is the description as JSON.
//
//go:embed openapi.json
var JSON []byte

// YAML returns the description as YAML; it is made once.
var YAML = sync.OnceValues(func() ([]byte, error) {
	var document any
	if err := json.Unmarshal(JSON, &document); err != nil {
		return nil, fmt.Errorf("read the API description: %w", err)
	}
	text, err := yaml.Marshal(document)
	if err != nil {
		return nil, fmt.Errorf("write the API description: %w", err)
	}
	return text, nil
})
