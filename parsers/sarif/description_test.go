package sarif

import (
	"strings"
	"testing"

	"secobserve/parsers/parsertest"
)

func TestDescription(t *testing.T) {
	const all = `{"id":"R","name":"rule","shortDescription":{"text":"short"},"fullDescription":{"text":"full"},"help":{"text":"help","markdown":"# help"}}`
	message := func(s string) string { return `{"ruleId":"R","message":{"text":"` + s + `"}}` }
	for _, test := range []struct{ name, driver, rule, result, want string }{
		{"all parts", "x", all, message("message"),
			"message\n\n**Rule short description:** short\n\n**Rule full description:** full\n\n**Rule help:** help"},
		{"nothing", "x", `{"id":"R"}`, `{"ruleId":"R"}`, ""},
		{"said by the message", "x", all, message("short and full help"), "short and full help"},
		{"short said by the title", "x", strings.Replace(all, `"rule"`, `"a short rule"`, 1), message("m"),
			"m\n\n**Rule full description:** full\n\n**Rule help:** help"},
		{"short said by the id", "x", `{"id":"R","shortDescription":{"text":"R"}}`, message("m"), "m"},
		{"full and help said by short", "x", strings.Replace(all, `"short"`, `"full short help"`, 1), message("m"),
			"m\n\n**Rule short description:** full short help"},
		{"help in Markdown", "x", strings.Replace(all, `"text":"help",`, ``, 1), message("full short"), "full short\n\n**Rule help:** # help"},
		{"trivy, full said by the message", "Trivy", all, message("full message"), ""},
		{"semgrep", "Semgrep OSS", all, message("m"), "m"},
		{"checkov", "checkov", all, message("m"), "m\n\n**Rule short description:** short\n\n**Rule full description:** full"},
		{"properties", "x", `{"id":"R","properties":{"tags":["a","it's"],"precision":"high","empty":[],"zero":0.0,"score":7.0,"nested":{"k":null,"b":true}}}`,
			`{"ruleId":"R","properties":{"issue_severity":"LOW","cvssv3_baseScore":9.1,"no":false,"yes":true}}`,
			"**Issue_Severity:** LOW\n\n**Cvssv3_Basescore:** 9.1\n\n**Yes:** True\n\n**Tags:** ['a', \"it's\"]\n\n**Precision:** high\n\n**Score:** 7.0\n\n" +
				"**Nested:** {'k': None, 'b': True}"},
		{"of equal properties the last one", "x", `{"id":"R"}`, `{"ruleId":"R","properties":{"a":"1","b":"2","a":"3"}}`, "**A:** 3\n\n**B:** 2"},
		{"odd types", "x", `{"id":"R","shortDescription":"short","help":[]}`, `{"ruleId":"R","message":"m","properties":[1]}`, ""},
	} {
		f := one(t, test.driver, test.rule, test.result)
		if got := f.Observation.Description; got != test.want {
			t.Errorf("%s:\n%s\nwant:\n%s", test.name, got, test.want)
		}
	}
}

// The rules of Trivy are called by their kind; their short description is what the finding is about.
func TestTrivy(t *testing.T) {
	o := one(t, "Trivy", `{"id":"AVD-1","name":"Misconfiguration","shortDescription":{"text":"Bucket is public"},"fullDescription":{"text":"Buckets should be private."},
		"help":{"text":"help"},"properties":{"tags":["security","HIGH"]}}`, `{"ruleId":"AVD-1","level":"error","message":{"text":"Artifact: main.tf"}}`).Observation
	if o.Title != "Bucket is public" || o.Description != "**Rule full description:** Buckets should be private.\n\n**Tags:** ['security', 'HIGH']" {
		t.Errorf("%q: %s", o.Title, o.Description)
	}
	if o = one(t, "Trivy", `{"id":"AVD-1","name":"Misconfiguration"}`, `{"ruleId":"AVD-1"}`).Observation; o.Title != "Misconfiguration" {
		t.Errorf("without short description: %q", o.Title)
	}
}

func TestSnippet(t *testing.T) {
	for snippet, want := range map[string]string{
		`x = 1\n\n`:      "m\n\n**Snippet:** `x = 1`\n\n**K:** v",
		`x = 1\n  y = 2`: "m\n\n**Snippet:**\n\n```\n\nx = 1\n  y = 2\n```\n\n**K:** v",
		`\n`:             "m\n\n**K:** v",
	} {
		f := one(t, "x", "", `{"ruleId":"R","message":{"text":"m"},"properties":{"k":"v"},"locations":[{"physicalLocation":{"region":{"snippet":{"text":"`+snippet+`"}}}}]}`)
		if got := f.Observation.Description; got != want {
			t.Errorf("%q:\n%s\nwant:\n%s", snippet, got, want)
		}
	}
}

// What many findings share does not make their descriptions grow with it, and what is kept of a description is the same.
func TestHugeTexts(t *testing.T) {
	const huge = 1 << 20
	rule := `{"id":"R","help":{"text":"` + strings.Repeat("ü", huge) + `"},"properties":{"p":["` + strings.Repeat("x", huge) + `"]}}`
	f := one(t, "x", rule, `{"ruleId":"R","message":{"text":"m"}}`)
	description := f.Observation.Description
	if len(description) > 40_000 || !strings.HasPrefix(description, "m\n\n**Rule help:** üü") {
		t.Errorf("%d bytes: %.100s", len(description), description)
	}
	o := f.Observation
	o.Clip()
	if n := len([]rune(o.Description)); n != 2048 {
		t.Errorf("%d characters are kept", n)
	}
}

// Reports of real tools.
func TestTools(t *testing.T) {
	for _, test := range []struct {
		file, scanner                                      string
		findings                                           int
		title, severity, source, snippet, firstDescription string
		cwe                                                int
	}{
		{"eslint.sarif", "ESLint / 10.15.0", 2, "no-unused-vars", "Medium", "file:///builds/shop/src/a.js", "", "'unused' is assigned a value but never used.", 0},
		{"gosec.sarif", "gosec / dev", 3, "Use of Weak Hash", "High", "main.go", "md5.Sum(out)", "Use of weak cryptographic primitive", 328},
		{"eslint-8.57.1.sarif", "ESLint / 8.57.1", 5, "no-unused-vars", "High", "file:///builds/shop/src/a.js", "", "'unused' is assigned a value but never used.", 0},
		{"eslint-9.30.0.sarif", "ESLint / 9.30.0", 5, "no-unused-vars", "High", "file:///builds/shop/src/a.js", "", "'unused' is assigned a value but never used.", 0},
		{"eslint-9.30.0-empty.sarif", "ESLint / 9.30.0", 0, "", "", "", "", "", 0},
		{"gosec-2.25.0.sarif", "gosec / dev", 9, "Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)", "High", "main.go", "rand.Int()", "Use of weak random number generator", 338},
		{"gosec-2.30.0.sarif", "gosec / dev", 9, "Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)", "High", "main.go", "rand.Int()", "Use of weak random number generator", 338},
		{"gosec-2.30.0-empty.sarif", "gosec / dev", 0, "", "", "", "", "", 0},
		{"gitleaks-8.28.0.sarif", "gitleaks / v8.0.0", 2, "github-pat", "Unknown", "leak/config.py", "REDACTED", "github-pat has detected secret for file leak/config.py.", 0},
		{"gitleaks-8.30.1.sarif", "gitleaks / v8.0.0", 2, "generic-api-key", "Unknown", "leak/config.py", "REDACTED", "generic-api-key has detected secret for file leak/config.py.", 0},
		{"gitleaks.sarif", "gitleaks / v8.0.0", 2, "github-pat", "Unknown", "leak/config.py", "not-a-real-token",
			"github-pat has detected secret for file leak/config.py.", 0},
	} {
		got := parsertest.Read(t, Parser{}, test.file, file(t, test.file))
		if got.Scanner != test.scanner || len(got.Findings) != test.findings {
			t.Errorf("%s: %d findings of %q", test.file, len(got.Findings), got.Scanner)
			continue
		}
		if test.findings == 0 {
			continue
		}
		o := got.Findings[0].Observation
		cwe := 0
		if o.CWE != nil {
			cwe = *o.CWE
		}
		if o.Title != test.title || string(o.ParserSeverity) != test.severity || o.OriginSourceFile != test.source || o.OriginSourceLineStart == nil ||
			!strings.HasPrefix(o.Description, test.firstDescription) || !strings.Contains(o.Description, test.snippet) || cwe != test.cwe {
			t.Errorf("%s: %+v, CWE %d", test.file, o, cwe)
		}
	}
}

func FuzzParse(f *testing.F) {
	parsertest.Fuzz(f, Parser{}, ".sarif", file(f, "eslint.sarif"), file(f, "gosec.sarif"), file(f, "gitleaks.sarif"),
		report("Dependency-Check", `{"id":"CVE-1","properties":{"cvssv3_baseScore":"9.8","cvssv3_vector":null,"tags":["CWE-1:"]}}`,
			`{"ruleId":"CVE-1","locations":[{"logicalLocations":[{"fullyQualifiedName":"pkg:maven/a/b@1"}]}]},{"ruleIndex":0,"rule":{"toolComponent":{"index":0}}}`))
}
