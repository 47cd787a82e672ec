package parsers

import (
	"bytes"
	"encoding/json"
)

// Member is a member of a JSON object.
type Member struct {
	Key   string
	Value json.RawMessage
}

// Members are the members of a JSON object in the order of the source; of equal keys the last value counts, at the place of the first.
type Members []Member

// UnmarshalJSON takes an object; everything else has no members.
func (m *Members) UnmarshalJSON(b []byte) error {
	*m = nil
	decoder := json.NewDecoder(bytes.NewReader(b))
	if token, err := decoder.Token(); err != nil || token != json.Delim('{') {
		return nil
	}
	for decoder.More() {
		key, err := decoder.Token()
		if err != nil {
			return nil
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil
		}
		m.set(key.(string), value)
	}
	return nil
}

func (m *Members) set(key string, value json.RawMessage) {
	for i := range *m {
		if (*m)[i].Key == key {
			(*m)[i].Value = value
			return
		}
	}
	*m = append(*m, Member{key, value})
}

// Get returns the value of a member, nil if there is none.
func (m Members) Get(key string) json.RawMessage {
	for i := range m {
		if m[i].Key == key {
			return m[i].Value
		}
	}
	return nil
}
