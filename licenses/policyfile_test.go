package licenses

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"secobserve/model"
)

// The schema of policy files names what the model knows, no more and no less.
func TestPolicySchema(t *testing.T) {
	var schema struct {
		Properties struct {
			Types struct{ Items struct{ Enum []string } } `json:"ignore_component_types"`
			Items struct {
				Items struct {
					Properties struct {
						Result struct{ Enum []model.EvaluationResult } `json:"evaluation_result"`
					}
				}
			}
		}
	}
	if err := json.Unmarshal(PolicySchema, &schema); err != nil {
		t.Fatal(err)
	}
	types := schema.Properties.Types.Items.Enum
	for _, name := range types {
		if _, known := model.PURLTypeName(name); !known {
			t.Errorf("the PURL type %q is unknown", name)
		}
	}
	if len(types) != 32 { // licenses.md §2
		t.Errorf("%d PURL types", len(types))
	}
	results := schema.Properties.Items.Items.Properties.Result.Enum
	slices.Sort(results)
	if want := slices.Sorted(slices.Values(model.EvaluationResults)); !slices.Equal(results, want) {
		t.Errorf("evaluation results %v, want %v", results, want)
	}
}

func TestReadPolicyFile_ByteOrderMark(t *testing.T) {
	for _, text := range []string{"\ufeff{\"name\":\"P\"}", " \n{\"name\":\"P\"}", "\ufeffname: P\n", "---\nname: P\n"} {
		if file, err := ReadPolicyFile([]byte(text)); err != nil || file.Name != "P" {
			t.Errorf("%q: %v %v", text, file, err)
		}
	}
}

// Of many problems and licenses an error names the first ones.
func TestPolicyFile_ManyProblems(t *testing.T) {
	_, err := ReadPolicyFile([]byte(`{"name":"P","items":[` + strings.Repeat(`{},`, 1000) + `{}]}`))
	if err == nil || len(err.Error()) > 1000 {
		t.Errorf("error of %d characters", len(err.Error()))
	}
	text := (&UnknownLicensesError{strings.Split(strings.Repeat("X ", 1000), " ")[:1000]}).Error()
	if text != "Unknown license(s): X, X, X, X, X and 995 more" {
		t.Error(text)
	}
	if text := (&UnknownLicensesError{[]string{"X"}}).Error(); text != "Unknown license(s): X" {
		t.Error(text)
	}
	var invalid *InvalidExpressionError
	if wrapped := errors.Join(&InvalidExpressionError{"MIT AND", errors.New("it ends too early")}); !errors.As(wrapped, &invalid) || invalid.Unwrap() == nil {
		t.Error("the cause is lost")
	}
}

// Any bytes are a policy or an error.
func FuzzReadPolicyFile(f *testing.F) {
	f.Add([]byte(`{"name":"P","parent":"Q","ignore_component_types":["apk"],"items":[{"evaluation_result":"Allowed","from_parent":true,"spdx_license":"MIT","license_group":"G"}]}`))
	f.Add([]byte("name: P\nitems:\n- evaluation_result: Forbidden\n  from_parent: false\n  non_spdx_license: x\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		file, err := ReadPolicyFile(text)
		if err == nil && file.Name == "" {
			t.Fatal("a policy without name")
		}
	})
}
