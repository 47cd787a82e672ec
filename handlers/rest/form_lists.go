package rest

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"secobserve/model"
)

// Objects gives each element of a list of at most so many objects to read, which validates it as a body of its own. The errors of an element are
// reported with its place, which is counted from 1; so is the one that read returns.
func (f *Form) Objects(name string, most int, read func(element *Form) error) (sent bool) {
	v, isNull, ok := f.value(name, false, false)
	if !ok || isNull {
		return false
	}
	list, isList := v.([]any)
	if !isList {
		f.Fail(name, "Expected a list of items but got type \""+typeName(v)+"\".")
		return true
	}
	if len(list) > most {
		f.Fail(name, "Ensure this field has no more than "+strconv.Itoa(most)+" elements.")
		return true
	}
	for i, v := range list {
		place := strconv.Itoa(i+1) + ": "
		object, isObject := v.(map[string]any)
		if !isObject {
			f.Fail(name, place+"Invalid data. Expected a dictionary, but got "+typeName(v)+".")
			continue
		}
		element := NewForm(&Fields{values: object}, Create)
		err := read(element)
		if err == nil {
			err = element.Err()
		}
		if err != nil {
			f.Fail(name, place+err.Error())
		}
	}
	return true
}

// IDs validates a list of up to most ids of at least 1.
func IDs(f *Form, name string, to *[]model.ID, most int) {
	v, _, ok := f.value(name, true, false)
	if !ok {
		if f.mode == Patch && !f.Has(name) {
			f.Fail(name, textRequired)
		}
		return
	}
	list, ok := v.([]any)
	if !ok {
		f.Fail(name, `Expected a list of items but got type "`+typeName(v)+`".`)
		return
	}
	if len(list) > most {
		f.Fail(name, "Ensure this field has no more than "+strconv.Itoa(most)+" elements.")
		return
	}
	ids := make([]model.ID, 0, len(list))
	for i, e := range list {
		n, ok := asInteger(e)
		switch {
		case !ok:
			f.Fail(name, strconv.Itoa(i)+": "+textInteger)
		case n.Sign() <= 0:
			f.Fail(name, strconv.Itoa(i)+": Ensure this value is greater than or equal to 1.")
		case n.IsUint64():
			ids = append(ids, model.ID(n.Uint64()))
		default:
			ids = append(ids, 0) // beyond 64 bits: exists nowhere
		}
	}
	*to = ids
}

// Choices validates a list of allowed texts; the unknown ones are named together.
func Choices[T ~string](f *Form, name string, to *[]T, allowed []T) {
	v, _, ok := f.value(name, false, false)
	if !ok {
		return
	}
	list, ok := v.([]any)
	if !ok {
		f.Fail(name, `Expected a list of items but got type "`+typeName(v)+`".`)
		return
	}
	var chosen []T
	var unknown []string
	for i, e := range list {
		s, problem := asText(e)
		if problem != "" {
			f.Fail(name, strconv.Itoa(i)+": "+problem)
			return
		}
		if !slices.Contains(allowed, T(s)) {
			unknown = append(unknown, s)
		}
		chosen = append(chosen, T(s))
	}
	if len(unknown) > 0 {
		f.Fail(name, "Invalid statuses: "+strings.Join(unknown, ", "))
		return
	}
	if n := joinedLength(chosen); n > maxJoined {
		f.Fail(name, "Ensure this field has no more than "+strconv.Itoa(maxJoined)+" characters.")
		return
	}
	*to = chosen
}

// Texts reads a list of texts that are not blank, and tells whether there was one. What the texts mean is the affair of the caller.
func Texts(f *Form, name string, to *[]string) (sent bool) {
	v, _, ok := f.value(name, false, false)
	if !ok {
		return false
	}
	list, ok := v.([]any)
	if !ok {
		f.Fail(name, `Expected a list of items but got type "`+typeName(v)+`".`)
		return false
	}
	texts := make([]string, 0, len(list))
	for i, e := range list {
		s, problem := asText(e)
		if s = strings.TrimSpace(s); problem == "" && s == "" {
			problem = textBlank
		}
		if problem != "" {
			f.Fail(name, strconv.Itoa(i)+": "+problem)
			return false
		}
		texts = append(texts, s)
	}
	*to = texts
	return true
}

// maxJoined is the length of a list of texts when they are joined with commas, as older servers store them.
const maxJoined = 255

func joinedLength[T ~string](texts []T) int {
	n := max(len(texts)-1, 0)
	for _, text := range texts {
		n += utf8.RuneCountInString(string(text))
	}
	return n
}
