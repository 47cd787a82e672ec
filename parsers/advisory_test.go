package parsers

import "testing"

func TestVulnerabilityID(t *testing.T) {
	for _, test := range []struct {
		id            string
		aliases       []string
		known, others string
	}{
		{"GHSA-1", nil, "GHSA-1", ""},
		{"GHSA-1", []string{"PYSEC-1", "CVE-1"}, "CVE-1", "GHSA-1, PYSEC-1"},
		{"GHSA-1", []string{"CVE-2", "CVE-1"}, "GHSA-1", "CVE-1, CVE-2"},
		{"CVE-9", []string{"GHSA-2", "CVE-1", "GHSA-2", "CVE-9", ""}, "CVE-9", "CVE-1, GHSA-2"},
	} {
		if known, others := VulnerabilityID(test.id, test.aliases); known != test.known || others != test.others {
			t.Errorf("%s %v: %s, %q; want %s, %q", test.id, test.aliases, known, others, test.known, test.others)
		}
	}
}
