package osvscanner

import (
	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// vectors are the last vectors of CVSS 3 and 4 of a record (OSV schema 1.6, severity).
func vectors(raw rawjson.Value) (v3, v4 string) {
	for rating := range raw.Get("severity").Elements() {
		switch rating.Get("type").Text() {
		case "CVSS_V3":
			v3 = rating.Get("score").Text()
		case "CVSS_V4":
			v4 = rating.Get("score").Text()
		}
	}
	return v3, v4
}

// severity is the one that the database gives a record; "" if it gives none.
func severity(raw rawjson.Value) model.Severity {
	text := raw.Get("database_specific").Get("severity").Text()
	switch text {
	case "":
		return ""
	case "MODERATE":
		return model.SeverityMedium
	default:
		return parsers.Severity(text)
	}
}

// fixedIn adds the versions in which a package has the vulnerability no more.
func fixedIn(raw rawjson.Value, component string, versions *parsers.Set) {
	for affected := range raw.Get("affected").Elements() {
		if !affected.Get("package").Get("name").Is(component) {
			continue
		}
		for rng := range affected.Get("ranges").Elements() {
			if rng.Get("type").Text() == "GIT" {
				continue
			}
			for event := range rng.Get("events").Elements() {
				versions.Add(event.Get("fixed").Text())
			}
		}
	}
}

// called tells whether the code calls what is vulnerable, as far as OSV-Scanner looked.
func called(analysis rawjson.Value) string {
	answer := ""
	for _, result := range analysis.Members() {
		called := result.Get("called")
		if called.Kind() != rawjson.Bool {
			continue
		}
		if !called.Empty() {
			return "yes"
		}
		answer = "no"
	}
	return answer
}
