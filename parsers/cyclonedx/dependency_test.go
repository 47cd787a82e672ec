package cyclonedx

import (
	"strings"
	"testing"
)

// textOf returns the dependencies of the component with a name.
func textOf(t *testing.T, components, dependencies, name string) string {
	t.Helper()
	for _, c := range read(t, bomWith(`"components":[`+components+`],"dependencies":`+dependencies)).components {
		if c.Name == name {
			return c.Dependencies
		}
	}
	t.Fatalf("no component %s", name)
	return ""
}

func TestDependencies(t *testing.T) {
	const components = `{"bom-ref":"app","name":"app","version":"1"},{"bom-ref":"a","name":"a","version":"1"},{"bom-ref":"b","name":"b","version":"1"},` +
		`{"bom-ref":"c","name":"c","version":"1"},{"bom-ref":"d","name":"d"},{"name":"e"}`
	for _, test := range []struct{ name, dependencies, of, want string }{
		{"diamond", `[{"ref":"app","dependsOn":["a","b"]},{"ref":"a","dependsOn":["c"]},{"ref":"b","dependsOn":["c"]}]`, "c",
			"a:1 --> c:1\napp:1 --> a:1\napp:1 --> b:1\nb:1 --> c:1"},
		{"root", `[{"ref":"app","dependsOn":["a"]}]`, "app", ""},
		{"cycle", `[{"ref":"a","dependsOn":["b"]},{"ref":"b","dependsOn":["a"]}]`, "a", "a:1 --> b:1\nb:1 --> a:1"},
		{"itself", `[{"ref":"a","dependsOn":["a"]}]`, "a", "a:1 --> a:1"},
		{"no version", `[{"ref":"d","dependsOn":["a"]}]`, "a", "d --> a:1"},
		{"unknown parent", `[{"ref":"x","dependsOn":["a"]},{"ref":"b","dependsOn":["x"]}]`, "a", " --> a:1\nb:1 --> "},
		{"two unknown parents are one line", `[{"ref":"x","dependsOn":["a"]},{"ref":"y","dependsOn":["a"]}]`, "a", " --> a:1"},
		{"said twice", `[{"ref":"b","dependsOn":["a","a"]},{"ref":"b","dependsOn":["a"]}]`, "a", "b:1 --> a:1"},
		{"component without reference", `[{"ref":"a","dependsOn":["e"]}]`, "e", ""},
		{"odd values", `[null,3,{"ref":null,"dependsOn":["a"]},{"dependsOn":["a"]},{"ref":"b","dependsOn":"a"},{"ref":"b","dependsOn":[null,3,"","a"]}]`, "a", "b:1 --> a:1"},
		{"no list", `{"ref":"b","dependsOn":["a"]}`, "a", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := textOf(t, components, test.dependencies, test.of); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// A replaced component is written with its later name.
func TestDependenciesOfReplacedComponent(t *testing.T) {
	got := textOf(t, `{"bom-ref":"p","name":"old"},{"bom-ref":"c","name":"c"},{"bom-ref":"p","name":"new"}`, `[{"ref":"p","dependsOn":["c"]}]`, "c")
	if got != "new --> c" {
		t.Errorf("got %q", got)
	}
}

// A name of any length is written up to the limit.
func TestHugeName(t *testing.T) {
	huge := strings.Repeat("\u00e9", 3*maxLabel)
	got := textOf(t, `{"bom-ref":"a","name":"a"},{"bom-ref":"b","name":"`+huge+`"}`, `[{"ref":"b","dependsOn":["a"]}]`, "a")
	if want := strings.Repeat("\u00e9", maxLabel) + " --> a"; got != want {
		t.Errorf("%d bytes, want %d", len(got), len(want))
	}
}
