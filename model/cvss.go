package model

import (
	"fmt"
	"slices"
	"strings"

	gocvss30 "github.com/pandatix/go-cvss/30"
	gocvss31 "github.com/pandatix/go-cvss/31"
	gocvss40 "github.com/pandatix/go-cvss/40"
)

// SeverityOfScore maps a CVSS score to a severity (core-observations.md §5).
func SeverityOfScore(score float64) Severity {
	switch {
	case score >= 9:
		return SeverityCritical
	case score >= 7:
		return SeverityHigh
	case score >= 4:
		return SeverityMedium
	case score >= 0.1:
		return SeverityLow
	default:
		return SeverityNone
	}
}

// ParseCVSS3 reads a CVSS 3.0 or 3.1 vector: the vector in the order of the standard without metrics of value X, and its base score. The
// error texts are part of the API (core-observations.md §9.2).
func ParseCVSS3(vector string) (cleaned string, score float64, err error) {
	prefix, metrics, err := cvssMetrics(vector, "CVSS3", "CVSS:3.0/", "CVSS:3.1/")
	if err != nil {
		return "", 0, err
	}
	for _, m := range metrics {
		values, known := cvss3Values[m.key]
		if !known {
			return "", 0, fmt.Errorf(`Unknown metric "%s" in field "%s"`, m.key, m.field)
		}
		if !slices.Contains(values, m.value) {
			return "", 0, fmt.Errorf(`Unknown value "%s" in field "%s"`, m.value, m.field)
		}
	}
	if err := missing(metrics, cvss3Mandatory); err != nil {
		return "", 0, err
	}
	cleaned = prefix + arranged(metrics, cvss3Order)
	if prefix == "CVSS:3.0/" {
		v, err := gocvss30.ParseVector(cleaned)
		if err != nil {
			return "", 0, fmt.Errorf("Malformed CVSS3 vector %q: %w", vector, err)
		}
		return cleaned, v.BaseScore(), nil
	}
	v, err := gocvss31.ParseVector(cleaned)
	if err != nil {
		return "", 0, fmt.Errorf("Malformed CVSS3 vector %q: %w", vector, err)
	}
	return cleaned, v.BaseScore(), nil
}

// ParseCVSS4 reads a CVSS 4.0 vector; threat and environmental metrics count in the score. The error texts are part of the API.
func ParseCVSS4(vector string) (cleaned string, score float64, err error) {
	prefix, metrics, err := cvssMetrics(vector, "CVSS4", "CVSS:4.0/")
	if err != nil {
		return "", 0, err
	}
	for _, m := range metrics {
		values, known := cvss4Values[m.key]
		if !known {
			return "", 0, fmt.Errorf(`Invalid metric key in CVSS4 vector "%s"`, m.field)
		}
		if !slices.Contains(values, m.value) {
			return "", 0, fmt.Errorf(`Invalid metric value in CVSS4 vector "%s"`, m.field)
		}
	}
	if err := missing(metrics, cvss4Mandatory); err != nil {
		return "", 0, err
	}
	cleaned = prefix + arranged(metrics, cvss4Order)
	v, err := gocvss40.ParseVector(cleaned)
	if err != nil {
		return "", 0, fmt.Errorf("Malformed CVSS4 vector %q: %w", vector, err)
	}
	return cleaned, v.Score(), nil
}

// metric is one field "key:value" of a vector.
type metric struct{ field, key, value string }

func cvssMetrics(vector, name string, prefixes ...string) (prefix string, metrics []metric, err error) {
	if strings.HasSuffix(vector, "/") {
		return "", nil, fmt.Errorf(`Malformed %s vector, trailing "/"`, name)
	}
	for _, p := range prefixes {
		if strings.HasPrefix(vector, p) {
			prefix = p
		}
	}
	if prefix == "" {
		return "", nil, fmt.Errorf(`Malformed %s vector "%s" is missing mandatory prefix or uses unsupported CVSS version`, name, vector)
	}
	seen := make(map[string]bool, 32)
	for _, field := range strings.Split(vector[len(prefix):], "/") {
		if field == "" {
			return "", nil, fmt.Errorf(`Empty field in %s vector "%s"`, name, vector)
		}
		key, value, ok := strings.Cut(field, ":")
		if !ok || strings.Contains(value, ":") {
			return "", nil, fmt.Errorf(`Malformed %s field "%s"`, name, field)
		}
		if seen[key] {
			return "", nil, fmt.Errorf(`Duplicate metric "%s"`, key)
		}
		seen[key] = true
		metrics = append(metrics, metric{field, key, value})
	}
	return prefix, metrics, nil
}

func missing(metrics []metric, mandatory []string) error {
	var absent []string
	for _, key := range mandatory {
		if !slices.ContainsFunc(metrics, func(m metric) bool { return m.key == key && m.value != "X" }) {
			absent = append(absent, key)
		}
	}
	if len(absent) > 0 {
		return fmt.Errorf(`Missing mandatory metrics "%s"`, strings.Join(absent, ", "))
	}
	return nil
}

func arranged(metrics []metric, order []string) string {
	fields := make([]string, 0, len(metrics))
	for _, key := range order {
		for _, m := range metrics {
			if m.key == key && m.value != "X" {
				fields = append(fields, m.field)
			}
		}
	}
	return strings.Join(fields, "/")
}
