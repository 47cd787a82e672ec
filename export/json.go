package export

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// JSON encodes a document for people and other programs (operations.md §11.2): keys sorted, indented by four, characters unescaped; members
// and elements that are null, {} or [] are left out, and so are those that become empty by it. Empty texts, 0 and false stay.
func JSON(document any) ([]byte, error) {
	raw, err := json.Marshal(document)
	if err != nil {
		return nil, fmt.Errorf("encode a document: %w", err)
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber() // numbers stay as they are
	var tree any
	if err := decoder.Decode(&tree); err != nil {
		return nil, fmt.Errorf("encode a document: %w", err)
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "    ")
	if err := encoder.Encode(pruned(tree)); err != nil {
		return nil, fmt.Errorf("encode a document: %w", err)
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

// pruned returns the value without what is empty in it.
func pruned(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key, member := range v {
			if member = pruned(member); isEmpty(member) {
				delete(v, key)
			} else {
				v[key] = member
			}
		}
		return v
	case []any:
		kept := v[:0]
		for _, element := range v {
			if element = pruned(element); !isEmpty(element) {
				kept = append(kept, element)
			}
		}
		return kept
	default:
		return value
	}
}

func isEmpty(value any) bool {
	switch v := value.(type) {
	case nil:
		return true
	case map[string]any:
		return len(v) == 0
	case []any:
		return len(v) == 0
	default:
		return false
	}
}
