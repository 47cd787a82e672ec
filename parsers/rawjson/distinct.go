package rawjson

// Member is a member of an object.
type Member struct {
	Name  string
	Value Value
}

// Distinct returns the first members of an object, at most limit: of equal names the last value counts, at the place of the first.
func (v Value) Distinct(limit int) []Member {
	var members []Member
	var at map[string]int // only kept for many members
	find := func(name []byte) int {
		if at != nil {
			if i, ok := at[string(name)]; ok {
				return i
			}
			return -1
		}
		for i := range members {
			if members[i].Name == string(name) {
				return i
			}
		}
		return -1
	}
	for name, value := range v.Members() {
		if i := find(name); i >= 0 {
			members[i].Value = value
			continue
		}
		if len(members) == limit {
			continue
		}
		members = append(members, Member{string(name), value})
		switch {
		case at != nil:
			at[string(name)] = len(members) - 1
		case len(members) == 16:
			at = make(map[string]int)
			for i := range members {
				at[members[i].Name] = i
			}
		}
	}
	return members
}
