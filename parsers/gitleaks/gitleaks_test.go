package gitleaks

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/parsertest"
)

func TestAccepts(t *testing.T) {
	const entry = `{"RuleID":"r","Match":"m","Secret":"s"}`
	parsertest.Accepts(t, Parser{}, map[string]bool{
		`{"findings":[]}`:                         true,
		`{"findings":[` + entry + `]}`:            true,
		`[` + entry + `]`:                         true,
		`{"findings":[{"RuleID":"r"}]}`:           false,
		`{"findings":[7]}`:                        false,
		`{"findings":null}`:                       false,
		`{"findings":{"a":1}}`:                    false,
		`{"other":1}`:                             false,
		`[{"RuleID":"r","Match":"m"}]`:            false,
		`[{"RuleID":"r","Match":"m","Secret":7}]`: false,
	})
}

func one(t *testing.T, entry string) parsers.Finding {
	t.Helper()
	return parsertest.One(t, Parser{}, "x.json", `[`+entry+`]`)
}

func TestFinding(t *testing.T) {
	f := one(t, `{"RuleID":"generic","Description":"Detected a key","StartLine":3,"EndLine":"4","Match":"key=s3cr3t-value","Secret":"s3cr3t-value","File":"a/b.py",
		"Link":"https://git.example/a/b.py#L3","Commit":"c0ffee","Date":"2030-01-02","Message":"Add s3cr3t-value\n\nmore"}`)
	o := f.Observation
	if o.Title != "generic" || o.ParserSeverity != "Medium" || o.OriginSourceFile != "a/b.py" || *o.OriginSourceLineStart != 3 || *o.OriginSourceLineEnd != 4 ||
		o.OriginSourceFileLink != "https://git.example/a/b.py#L3" || o.Scanner != "" {
		t.Errorf("%+v", o)
	}
	want := "Detected a key\n\n**Match:** `key=REDACTED`\n\n**Commit hash:** c0ffee\n\n**Commit date:** 2030-01-02\n\n**Commit message:** Add REDACTED ..."
	if o.Description != want {
		t.Errorf("%s\nwant\n%s", o.Description, want)
	}
	if o = one(t, `{"RuleID":"r","Match":"m","Secret":"s","Commit":"","Date":"2030","Message":"x"}`).Observation; o.Description != "**Match:** `m`" {
		t.Errorf("without commit: %s", o.Description)
	}
	if o = one(t, `{"RuleID":"r","Match":"m","Secret":"s","Commit":"c","Message":"one line"}`).Observation; !strings.HasSuffix(o.Description, "**Commit message:** one line") {
		t.Errorf("message of one line: %s", o.Description)
	}
}

// The secret is in no text that leaves the parser, however it has to be written in JSON.
func TestSecretIsGone(t *testing.T) {
	for _, secret := range []string{`ab"cdefgh`, `back\slash\`, "two\nlines", "ümläut€", "<&>secret", "/slash/secret"} {
		encoded, err := json.Marshal(secret)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range []string{string(encoded), strings.ReplaceAll(string(encoded), "/", `\/`), strings.ReplaceAll(string(encoded), "ü", `\u00fc`)} {
			inside := strings.Trim(text, `"`)
			f := one(t, `{"RuleID":"r","Match":"x `+inside+` y","Secret":`+text+`,"File":"f/`+inside+`","Link":"l","Commit":"c","Message":`+text+`,"Tags":[`+text+`],"Extra":{"a":"`+inside+inside+`"}}`)
			evidence := f.Evidences[0].Text.String()
			var decoded any
			if err := json.Unmarshal([]byte(evidence), &decoded); err != nil {
				t.Fatal(err)
			}
			plain, _ := json.Marshal(decoded)
			needle, _ := json.Marshal(secret)
			for _, text := range []string{evidence, string(plain), f.Observation.Description, f.Observation.OriginSourceFile} {
				if strings.Contains(text, secret) || strings.Contains(text, strings.Trim(string(needle), `"`)) {
					t.Errorf("secret %q is in %s", secret, text)
				}
			}
			if !strings.Contains(evidence, `"Secret": "REDACTED"`) || !strings.Contains(f.Observation.Description, "x REDACTED y") {
				t.Errorf("secret %q: %s\n%s", secret, evidence, f.Observation.Description)
			}
		}
	}
}

// A short secret that is part of the path does not change the finding's identity.
func TestShortSecret(t *testing.T) {
	f := one(t, `{"RuleID":"r","Match":"password=test","Secret":"test","File":"test/a.py"}`)
	if f.Observation.OriginSourceFile != "test/a.py" || f.Observation.Description != "**Match:** `password=REDACTED`" {
		t.Errorf("%+v", f.Observation)
	}
	f = one(t, `{"RuleID":"r","Match":"`+strings.Repeat("a", 1<<16)+`","Secret":"a"}`)
	if n := len(f.Evidences[0].Text.String()); n > 1000 {
		t.Errorf("an evidence of %d bytes", n)
	}
}

func TestUnusableEntries(t *testing.T) {
	got := parsertest.Read(t, Parser{}, "x.json", `[{"RuleID":"r","Match":"m","Secret":"s"},{"Match":"m"},null,7,{"RuleID":"second"}]`)
	if len(got.Findings) != 2 || got.Scanner != "Gitleaks" {
		t.Errorf("%+v", got)
	}
}

// Reports of real tools, whose secrets the tool has taken out itself.
func TestVersions(t *testing.T) {
	for _, file := range []string{"gitleaks-8.28.0.json", "gitleaks-8.30.1.json"} {
		content, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		got := parsertest.Read(t, Parser{}, file, string(content)).Findings
		if len(got) != 2 {
			t.Fatalf("%s: %d findings", file, len(got))
		}
		found := map[string]model.Observation{}
		for _, f := range got {
			found[f.Observation.Title] = f.Observation
		}
		token, key := found["github-pat"], found["generic-api-key"]
		if token.OriginSourceFile != "leak/config.py" || token.OriginSourceLineStart == nil || *token.OriginSourceLineStart != 1 ||
			!strings.HasPrefix(token.Description, "Uncovered a GitHub Personal Access Token, ") || !strings.HasSuffix(token.Description, "**Match:** `REDACTED`") {
			t.Errorf("%s: %+v", file, token)
		}
		if key.OriginSourceLineStart == nil || *key.OriginSourceLineStart != 2 || !strings.HasSuffix(key.Description, "**Match:** `api_key = \"REDACTED\"`") {
			t.Errorf("%s: %+v", file, key)
		}
	}
}

func TestTool(t *testing.T) {
	content, err := os.ReadFile("testdata/gitleaks.json")
	if err != nil {
		t.Fatal(err)
	}
	got := parsertest.Read(t, Parser{}, "gitleaks.json", string(content)).Findings
	if len(got) != 2 || got[0].Observation.Title != "github-pat" || got[0].Observation.OriginSourceFile != "leak/config.py" || *got[0].Observation.OriginSourceLineStart != 3 {
		t.Errorf("%+v", got)
	}
}

func FuzzParse(f *testing.F) {
	parsertest.Fuzz(f, Parser{}, ".json", `[{"RuleID":"r","Match":"m s","Secret":"s","File":"f","Commit":"c","Message":"a\nb"}]`, `{"findings":[{"RuleID":"r","Match":"m","Secret":"\u00e4"}]}`)
}
