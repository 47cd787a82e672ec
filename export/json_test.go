package export

import "testing"

func TestJSON(t *testing.T) {
	for _, test := range []struct {
		document any
		want     string
	}{
		{map[string]any{"b": 1, "a": "ü<>&"}, "{\n    \"a\": \"ü<>&\",\n    \"b\": 1\n}"},
		{map[string]any{"n": nil, "o": map[string]any{}, "l": []any{}, "s": "", "z": 0, "f": false}, "{\n    \"f\": false,\n    \"s\": \"\",\n    \"z\": 0\n}"},
		{map[string]any{"deep": map[string]any{"list": []any{nil, map[string]any{"x": []any{nil}}}}}, "{}"},
		{[]any{nil, 1, []any{}, "x"}, "[\n    1,\n    \"x\"\n]"},
		{map[string]any{"big": 12345678901234567}, "{\n    \"big\": 12345678901234567\n}"},
		{struct {
			Z string `json:"z"`
			A *int   `json:"a"`
		}{Z: "last"}, "{\n    \"z\": \"last\"\n}"},
	} {
		got, err := JSON(test.document)
		if err != nil || string(got) != test.want {
			t.Errorf("%v: %s %v, want %s", test.document, got, err, test.want)
		}
	}
}
