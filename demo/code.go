package demo

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"secobserve/model"
)

// codeRules are what the scanner of source code looks for.
var codeRules = []struct {
	id, title, advice string
	severity          model.Severity
	cwe               int
	code              string
}{
	{"sql-injection", "SQL query built from user input", "Pass values as parameters of the statement.", model.SeverityHigh, 89, `rows, err := tx.Query("SELECT * FROM orders WHERE id = " + id)`},
	{"command-injection", "Command line built from user input", "Start the program directly, with the input as one argument.", model.SeverityCritical, 78, `exec.Command("sh", "-c", "convert "+name)`},
	{"path-traversal", "File name from user input", "Open files through os.Root.", model.SeverityHigh, 22, `os.Open(filepath.Join(folder, name))`},
	{"weak-hash", "Use of weak cryptographic primitive", "Use SHA-256.", model.SeverityMedium, 328, `sum := md5.Sum(content)`},
	{"weak-random", "Use of weak random number generator", "Use crypto/rand for everything that must not be guessed.", model.SeverityMedium, 338, `token := rand.Int63()`},
	{"unchecked-error", "Errors unhandled", "Handle the error or say why it does not matter.", model.SeverityLow, 703, `file.Close()`},
	{"tls-skip-verify", "TLS certificate check switched off", "Trust the certificate of the test server instead.", model.SeverityHigh, 295, `&tls.Config{InsecureSkipVerify: true}`},
	{"xss", "Text written into a page without escaping", "Use html/template.", model.SeverityMedium, 79, `fmt.Fprintf(w, "<h1>%s</h1>", title)`},
	{"open-redirect", "Redirect to an address from user input", "Allow the known addresses only.", model.SeverityMedium, 601, `http.Redirect(w, r, r.FormValue("next"), 302)`},
	{"file-permissions", "File readable by everybody", "Use 0600.", model.SeverityLow, 276, `os.WriteFile(name, content, 0666)`},
	{"integer-overflow", "Integer overflow conversion int -> uint32", "Check the range before.", model.SeverityMedium, 190, `offset := uint32(n)`},
	{"debug-endpoint", "Profiling endpoint is exposed", "Serve it on localhost only.", model.SeverityNone, 200, `import _ "net/http/pprof"`},
}

// secrets are what is found in repositories and should not be there.
var secrets = []struct {
	rule, title string
	severity    model.Severity
}{
	{"generic-api-key", "Generic API Key", model.SeverityMedium},
	{"private-key", "Private Key", model.SeverityHigh},
	{"aws-access-token", "AWS credentials", model.SeverityHigh},
	{"slack-webhook-url", "Slack Webhook", model.SeverityLow},
	{"jwt", "JSON Web Token", model.SeverityMedium},
}

// sourceFile is a name of a file; numbers below a hundred thousand give different names.
func sourceFile(number int) string {
	folder, base := nouns[number%len(nouns)], adjectives[number/len(nouns)%len(adjectives)]
	name := fmt.Sprintf("internal/%s/%s_%s.go", folder, base, folder)
	if part := number / (len(nouns) * len(adjectives)); part > 0 {
		name = fmt.Sprintf("internal/%s/part%d/%s.go", folder, part, base)
	}
	return name
}

// codeFinding is the number-th finding in the source code of a product.
func codeFinding(r *rand.Rand, number int) model.Observation {
	rule := codeRules[number%len(codeRules)]
	line := 10 + r.IntN(400)
	return model.Observation{
		Title: rule.title, ParserSeverity: rule.severity, ScannerObservationID: rule.id, Recommendation: rule.advice,
		Description:      fmt.Sprintf("%s.\n\n**Rule:** %s\n\n**Snippet:**\n```\n%d: %s\n```", rule.title, rule.id, line, rule.code),
		OriginSourceFile: sourceFile(number / len(codeRules)), OriginSourceLineStart: &line, OriginSourceLineEnd: &line, CWE: &rule.cwe,
	}
}

// secretFinding is the number-th secret in the repository of a product.
func secretFinding(r *rand.Rand, number int) model.Observation {
	secret := secrets[number%len(secrets)]
	line := 1 + r.IntN(60)
	file := strings.TrimSuffix(sourceFile(number/len(secrets)), ".go") + ".env"
	return model.Observation{
		Title: secret.title, ParserSeverity: secret.severity, ScannerObservationID: secret.rule,
		Description:      fmt.Sprintf("%s found in commit %040x.\n\n**Match:** REDACTED", secret.title, r.Uint64()),
		Recommendation:   "Revoke it, then take it out of the repository.",
		OriginSourceFile: file, OriginSourceLineStart: &line, OriginSourceLineEnd: &line,
	}
}
