package licenses

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"secobserve/model"
)

// PolicySchema is the JSON schema (draft 2020-12) of the files that license policies are exported to and imported from.
//
//go:embed policy.schema.json
var PolicySchema []byte

// PolicyFile is a license policy as it stands in a file.
type PolicyFile struct {
	Name                 string           `json:"name"`
	Description          string           `json:"description"`
	Parent               string           `json:"parent"`
	IgnoreComponentTypes []string         `json:"ignore_component_types"`
	Items                []PolicyFileItem `json:"items"`
}

// PolicyFileItem is a rule of a license policy in a file.
type PolicyFileItem struct {
	SPDXLicense       string                 `json:"spdx_license"`
	LicenseExpression string                 `json:"license_expression"`
	NonSPDXLicense    string                 `json:"non_spdx_license"`
	LicenseGroup      string                 `json:"license_group"`
	EvaluationResult  model.EvaluationResult `json:"evaluation_result"`
	FromParent        bool                   `json:"from_parent"`
	Comment           string                 `json:"comment"`
}

// maxProblems bounds how many problems of a file an error names.
const maxProblems = 5

// ReadPolicyFile reads a policy from the text of a JSON or YAML file. The error says where the file breaks the schema.
func ReadPolicyFile(text []byte) (*PolicyFile, error) {
	document, err := decodePolicy(text)
	if err != nil {
		return nil, err
	}
	schema, err := policySchema()
	if err != nil {
		return nil, err
	}
	var invalid *jsonschema.ValidationError
	if err := schema.Validate(document); errors.As(err, &invalid) {
		return nil, errors.New(strings.Join(problems(invalid, nil), "; "))
	} else if err != nil {
		return nil, err
	}
	normal, err := json.Marshal(document)
	if err != nil {
		return nil, err
	}
	var file PolicyFile
	return &file, json.Unmarshal(normal, &file)
}

// decodePolicy reads the values of a file: JSON if it begins like an object, else YAML.
func decodePolicy(text []byte) (any, error) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("{")) {
		document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			return nil, fmt.Errorf("the file is no valid JSON: %w", err)
		}
		return document, nil
	}
	var document any
	if err := yaml.Unmarshal(text, &document); err != nil {
		return nil, fmt.Errorf("the file is no valid YAML: %w", err)
	}
	normal, err := json.Marshal(document)
	if err != nil {
		return nil, fmt.Errorf("the file holds keys that are no texts: %w", err)
	}
	return jsonschema.UnmarshalJSON(bytes.NewReader(normal))
}

var policySchema = sync.OnceValues(func() (*jsonschema.Schema, error) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(PolicySchema))
	if err != nil {
		return nil, fmt.Errorf("schema of license policies: %w", err)
	}
	const address = "license_policy.schema.json"
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(address, document); err != nil {
		return nil, fmt.Errorf("schema of license policies: %w", err)
	}
	return compiler.Compile(address)
})

// problems lists what is wrong, with the place in the file.
func problems(e *jsonschema.ValidationError, list []string) []string {
	if len(list) >= maxProblems {
		return list
	}
	if len(e.Causes) == 0 {
		place := "the file"
		if len(e.InstanceLocation) > 0 {
			place = strings.Join(e.InstanceLocation, "/")
		}
		return append(list, place+": "+e.ErrorKind.LocalizedString(message.NewPrinter(language.English)))
	}
	for _, cause := range e.Causes {
		list = problems(cause, list)
	}
	return list
}
