package registry

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"secobserve/parsers"
)

const xmlHead = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">`

// hostile are reports that take as much memory as possible for their size. Each writes a file of roughly size bytes.
var hostile = []struct {
	name, filename string
	write          func(w *report, size int)
}{
	{"CycloneDX: tiny components", "x.json", func(w *report, size int) {
		w.list(size, `{"bomFormat":"CycloneDX","components":[`, `{"name":"a"}`, `]}`)
	}},
	{"CycloneDX: tiny references", "x.json", func(w *report, size int) {
		w.list(size, `{"bomFormat":"CycloneDX","components":[`, `{"bom-ref":"%06x"}`, `]}`)
	}},
	{"CycloneDX: nested components", "x.json", func(w *report, size int) {
		w.list(size, `{"bomFormat":"CycloneDX","components":[`, `{"name":"a","components":[{}]}`, `]}`)
	}},
	{"CycloneDX: deep nesting", "x.json", func(w *report, size int) {
		const deep = 4000
		w.print(`{"bomFormat":"CycloneDX","components":[`)
		for i := range deep {
			w.print(`{"bom-ref":"%d","name":"a","x":"%s","components":[`, i, strings.Repeat("x", size/deep))
		}
		w.print("%s]}", strings.Repeat("]}", deep))
	}},
	{"CycloneDX: many edges", "x.json", func(w *report, size int) {
		w.print(`{"bomFormat":"CycloneDX","components":[`)
		const nodes = 2000
		for i := range nodes {
			w.print(`%s{"bom-ref":"%x","name":"component %d"}`, comma(i), i, i)
		}
		w.print(`],"dependencies":[`)
		for i := 0; w.size < size && i < nodes; i++ {
			w.print(`%s{"ref":"%x","dependsOn":["0"`, comma(i), i)
			for child := range nodes {
				w.print(`,"%x"`, child)
			}
			w.print(`]}`)
		}
		w.print(`]}`)
	}},
	{"CycloneDX: a long chain", "x.json", func(w *report, size int) {
		w.print(`{"bomFormat":"CycloneDX","components":[`)
		n := size / 80
		for i := range n {
			w.print(`%s{"bom-ref":"%x","name":"component %d"}`, comma(i), i, i)
		}
		w.print(`],"dependencies":[`)
		for i := range n {
			w.print(`%s{"ref":"%x","dependsOn":["%x"]}`, comma(i), i, i+1)
		}
		w.print(`]}`)
	}},
	{"CycloneDX: unknown references", "x.json", func(w *report, size int) {
		w.list(size, `{"bomFormat":"CycloneDX","components":[{"bom-ref":"x","name":"x"}],"dependencies":[{"ref":"x","dependsOn":[`, `"%06x"`, `]}]}`)
	}},
	{"CycloneDX: tiny findings", "x.json", func(w *report, size int) {
		w.list(size, `{"bomFormat":"CycloneDX","components":[{"bom-ref":"x","name":"x"}],"vulnerabilities":[`, `{"id":"%x","affects":[{"ref":"x"}]}`, `]}`)
	}},
	{"CycloneDX: many components in many vulnerabilities", "x.json", func(w *report, size int) {
		w.print(`{"bomFormat":"CycloneDX","components":[`)
		for i := range 3000 {
			w.print(`%s{"bom-ref":"%x","name":"component %d","x":"%s"}`, comma(i), i, i, strings.Repeat("x", 3000))
		}
		w.print(`],"vulnerabilities":[`)
		for v := 0; w.size < size; v++ {
			w.print(`%s{"id":"CVE-%d","affects":[{"ref":"x"}`, comma(v), v)
			for i := range 3000 {
				w.print(`,{"ref":"%x"}`, i)
			}
			w.print(`]}`)
		}
		w.print(`]}`)
	}},
	{"CycloneDX: one text", "x.json", func(w *report, size int) {
		w.print(`{"bomFormat":"CycloneDX","components":[{"bom-ref":"x","name":"%s"}],"dependencies":[{"ref":"x","dependsOn":["x"]}],`+
			`"vulnerabilities":[{"id":"a","affects":[{"ref":"x"}]},{"id":"b","affects":[{"ref":"x"}]}]}`, strings.Repeat("\u00e9\\n", size/4))
	}},
	{"CycloneDX XML: one text", "x.xml", func(w *report, size int) {
		w.print(xmlHead+`<components><component><name>%s</name></component></components></bom>`, strings.Repeat("\"x\n", size/3))
	}},
	{"CycloneDX XML: tiny components", "x.xml", func(w *report, size int) {
		w.print(xmlHead + `<components>`)
		for w.size < size {
			w.print(`<component><name/></component>`)
		}
		w.print(`</components></bom>`)
	}},
	{"CycloneDX XML: empty elements", "x.xml", func(w *report, size int) {
		w.print(xmlHead + `<components>`)
		for w.size < size {
			w.print(`<a/>`)
		}
		w.print(`</components></bom>`)
	}},
	{"SPDX: tiny packages", "x.json", func(w *report, size int) {
		w.list(size, `{"SPDXID":"x","spdxVersion":"SPDX-2.3","packages":[`, `{"SPDXID":"%06x","name":"a"}`, `]}`)
	}},
	{"SPDX 3: tiny packages", "x.json", func(w *report, size int) {
		w.list(size, `{"@context":"https://spdx.org/rdf/3.0.1/","@graph":[`, `{"type":"software_Package","spdxId":"%06x","name":"a"}`, `]}`)
	}},
	{"SPDX 3: many licenses", "x.json", func(w *report, size int) {
		w.list(size, `{"@context":"https://spdx.org/rdf/3.0.1/","@graph":[{"type":"software_Package","spdxId":"p","name":"a"},
			{"type":"simplelicensing_LicenseExpression","spdxId":"l","simplelicensing_licenseExpression":"MIT"},
			{"type":"Relationship","relationshipType":"hasDeclaredLicense","from":"p","to":["l"`, `,"l"%.0d`, `]}]}`)
	}},
	{"SPDX: many relationships", "x.json", func(w *report, size int) {
		w.print(`{"SPDXID":"x","spdxVersion":"SPDX-2.3","packages":[`)
		for i := range 1000 {
			w.print(`%s{"SPDXID":"%d","name":"package %d"}`, comma(i), i, i)
		}
		w.print(`],"relationships":[`)
		for i := 0; w.size < size; i++ {
			w.print(`%s{"spdxElementId":"%d","relatedSpdxElement":"%d","relationshipType":"CONTAINS"}`, comma(i), i%1000, i/1000)
		}
		w.print(`]}`)
	}},
	{"SARIF: tiny results", "x.sarif", func(w *report, size int) {
		w.list(size, sarifHead+`"results":[`, `{"ruleId":"%x"}`, `]}]}`)
	}},
	{"SARIF: tiny rules", "x.sarif", func(w *report, size int) {
		w.list(size, `{"$schema":"sarif","version":"2.1.0","runs":[{"results":[{"ruleId":"0"}],"tool":{"driver":{"name":"a","rules":[`, `{"id":"%06x"}`, `]}}}]}`)
	}},
	{"SARIF: all rules used", "x.sarif", func(w *report, size int) {
		n := size / 40
		w.print(`{"$schema":"sarif","version":"2.1.0","runs":[{"tool":{"driver":{"name":"a","rules":[`)
		for i := range n {
			w.print(`%s{"id":"%06x"}`, comma(i), i)
		}
		w.print(`]}},"results":[`)
		for i := range n {
			w.print(`%s{"ruleId":"%06x"}`, comma(i), i)
		}
		w.print(`]}]}`)
	}},
	{"SARIF: tiny runs", "x.sarif", func(w *report, size int) {
		w.list(size, `{"$schema":"sarif","version":"2.1.0","runs":[`, `{}`, `]}`)
	}},
	{"SARIF: one rule text for all", "x.sarif", func(w *report, size int) {
		long := strings.Repeat("x", size/8)
		w.list(size, fmt.Sprintf(`{"$schema":"sarif","version":"2.1.0","runs":[{"tool":{"driver":{"name":"a","rules":[{"id":"r","name":"%s","help":{"text":"y%[1]s"},`+
			`"fullDescription":{"text":"z%[1]s"},"properties":{"tags":["%[1]s"]}}]}},"results":[`, long), `{"ruleId":"r","message":{"text":"m%d"}}`, `]}]}`)
	}},
	{"SARIF: many locations", "x.sarif", func(w *report, size int) {
		w.list(size, sarifHead+`"results":[{"ruleId":"a","message":{"text":"m"},"locations":[`, `{"x":%d}`, `]}]}]}`)
	}},
	{"Gitleaks: tiny secrets in long texts", "x.json", func(w *report, size int) {
		w.list(size, `[`, `{"RuleID":"a","Secret":"%d","Match":"`+strings.Repeat("1", 5000)+`"}`, `]`)
	}},
	{"Gitleaks: one text", "x.json", func(w *report, size int) {
		w.print(`[{"RuleID":"a","Secret":"x","Match":"%s"}]`, strings.Repeat("x", size))
	}},
	{"Kubescape: tiny resources", "x.json", func(w *report, size int) {
		n := size / 100
		w.print(`{"metadata":{"scanMetadata":{"kubescapeVersion":"3","formatVersion":"v2"}},"resources":[`)
		for i := range n {
			w.print(`%s{"resourceID":"%06x"}`, comma(i), i)
		}
		w.print(`],"results":[`)
		for i := range n {
			w.print(`%s{"resourceID":"%06x","controls":[{"status":{"status":"failed"}}]}`, comma(i), i)
		}
		w.print(`]}`)
	}},
	{"OCSF: many resources", "x.json", func(w *report, size int) {
		w.list(size, `[{"class_uid":2004,"status_id":1,"activity_id":1,"finding_info":{"title":"t"},"cloud":{"provider":"aws"},"resources":[`, `{"name":"%x"}`, `]}]`)
	}},
	{"OCSF: tiny findings", "x.json", func(w *report, size int) {
		w.list(size, `[`, `{"class_uid":2004,"status_id":1,"activity_id":1,"finding_info":{"title":"%x"}}`, `]`)
	}},
	{"Prowler: tiny findings", "x.json", func(w *report, size int) {
		w.list(size, `[`, `{"Status":"FAIL","StatusExtended":"%x"}`, `]`)
	}},
	{"DrHeader: tiny findings", "x.json", func(w *report, size int) {
		w.list(size, `[`, `{"rule":"a","message":"m","severity":"high","x":%d}`, `]`)
	}},
	{"ZAP: many instances", "x.json", func(w *report, size int) {
		w.list(size, `{"@programName":"ZAP","site":[{"@name":"https://example.com","alerts":[{"alert":"a","instances":[`, `{"uri":"%x"}`, `]}]}]}`)
	}},
	{"ZAP: tiny alerts", "x.json", func(w *report, size int) {
		w.list(size, `{"@programName":"ZAP","site":[{"@name":"https://example.com","alerts":[`, `{"alert":"%x"}`, `]}]}`)
	}},
	{"CryptoLyzer: many curves", "x.json", func(w *report, size int) {
		w.list(size, `{"target":{"a":1},"versions":{"a":1},"ciphers":[1],"curves":{"curves":[`, `"%x"`, `]}}`)
	}},
	{"SecObserve: tiny findings", "x.json", func(w *report, size int) {
		w.list(size, `{"format":"SecObserve","observations":[`, `{"title":"%x"}`, `]}`)
	}},
	{"SecObserve: evidences", "x.json", func(w *report, size int) {
		w.list(size, `{"format":"SecObserve","observations":[{"title":"a","evidences":[`, `{"name":"%x","evidence":1}`, `]}]}`)
	}},
	{"Azure Defender: many lines", "x.csv", func(w *report, size int) {
		w.print("subscriptionId,subscriptionName,state,recommendationDisplayName\n")
		for i := 0; w.size < size; i++ {
			w.print("a,b,unhealthy,%x\n", i)
		}
	}},
	{"Azure Defender: one text", "x.csv", func(w *report, size int) {
		w.print("subscriptionId,subscriptionName,state,recommendationDisplayName,description\na,b,unhealthy,t,%s\n", strings.Repeat(".A", size/2))
	}},
	{"unknown: many members", "x.json", func(w *report, size int) { w.list(size, `{`, `"%x":1`, `}`) }},
	{"unknown: tiny elements", "x.json", func(w *report, size int) { w.list(size, `[`, `1`, `]`) }},
	{"unknown: tiny objects one behind the other", "x.json", func(w *report, size int) { w.print("%s", strings.Repeat("{}", size/2)) }},
	{"unknown: one text", "x.json", func(w *report, size int) { w.print(`{"%s":1}`, strings.Repeat(`\n`, size/2)) }},
	{"unknown: truncated", "x.json", func(w *report, size int) { w.list(size, `[`, `{"a":[]}`, ``) }},
	{"unknown: infinite numbers", "x.json", func(w *report, size int) { w.list(size, `[`, `NaN`, `]`) }},
	{"unknown: UTF-16", "x.json", func(w *report, size int) {
		w.print("\xff\xfe[\x00\"\x00%s\"\x00]\x00", strings.Repeat("\x01\x30", size/2))
	}},
	{"unknown: columns", "x.csv", func(w *report, size int) {
		w.print("%s\n", strings.Repeat("a,", 400))
		for w.size < size {
			w.print("%s\n", strings.Repeat(",", 400))
		}
	}},
}

const sarifHead = `{"$schema":"sarif","version":"2.1.0","runs":[{"tool":{"driver":{"name":"a"}},`

// report writes a file and counts its bytes.
type report struct {
	*bufio.Writer
	size int
}

func (w *report) print(format string, args ...any) {
	n, _ := fmt.Fprintf(w, format, args...)
	w.size += n
}

// list writes entries, in which the verb of the format is their number.
func (w *report) list(size int, head, entry, tail string) {
	w.print("%s", head)
	numbered := strings.Contains(entry, "%")
	for i := 0; w.size < size; i++ {
		w.print("%s", comma(i))
		if numbered {
			w.print(entry, i)
		} else {
			w.print("%s", entry)
		}
	}
	w.print("%s", tail)
}

func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

// fileVariable tells the process that [TestMemory] starts which file to read.
const fileVariable = "SECOBSERVE_TEST_REPORT"

// A report takes at most four times the size of its file, and what a process needs anyway. Each is read in a process of its own, whose greatest
// size the system tells.
func TestMemory(t *testing.T) {
	if raceDetector || testing.Short() {
		t.Skip("the race detector needs memory of its own")
	}
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("the system does not tell the size of processes")
	}
	size := 12 << 20
	if s, err := strconv.Atoi(os.Getenv("SECOBSERVE_TEST_MEGABYTES")); err == nil {
		size = s << 20
	}
	for _, test := range hostile {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), test.filename)
			written := writeReport(t, path, func(w *report) { test.write(w, size) })
			limit := 4*written>>10 + 64<<10
			output, err := readInProcess(t, path)
			if err != nil {
				t.Fatalf("%v: %.2000s", err, output)
			}
			var peak int
			if _, err := fmt.Sscanf(output, "peak %d", &peak); err != nil {
				t.Fatalf("%v: %.2000s", err, output)
			}
			t.Logf("%d KiB, peak %d of %d KiB, %s", written>>10, peak, limit, strings.TrimSpace(output))
			if peak > limit {
				t.Errorf("a file of %d KiB took %d KiB, want at most %d", written>>10, peak, limit)
			}
		})
	}
}

func writeReport(t *testing.T, path string, write func(w *report)) int {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := &report{Writer: bufio.NewWriterSize(f, 1<<20)}
	write(w)
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return w.size
}

func readInProcess(t *testing.T, path string) (string, error) {
	t.Helper()
	command := exec.Command(os.Args[0], "-test.run=^TestReadInProcess$")
	command.Env = append(os.Environ(), fileVariable+"="+path)
	command.Stderr = io.Discard
	output, err := command.Output()
	return string(output), err
}

// TestReadInProcess is the process that [TestMemory] starts: it reads a report as an import does and tells its own greatest size.
func TestReadInProcess(t *testing.T) {
	path := os.Getenv(fileVariable)
	if path == "" {
		t.Skip("only for TestMemory")
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	findings, components := 0, 0
	stored := make(map[[16]byte]bool)
	store := func(evidences []parsers.Evidence) {
		for _, e := range evidences {
			if sum := e.Text.Sum(); !stored[sum] && len(stored) < 10_000 {
				stored[sum] = true
				_ = e.Text.String()
			}
		}
	}
	if parser, doc, err := Detect(filepath.Base(path), content); err == nil {
		report, err := parser.Parse(doc)
		if err != nil {
			t.Fatal(err)
		}
		for f := range report.Findings {
			findings++
			store(f.Evidences)
			o := f.Observation
			o.Bound()
			o.Normalise()
			o.Clip()
			_ = o.Hash("")
		}
		if report.Components != nil {
			for c := range report.Components {
				components++
				store(c.Evidences)
			}
		}
	}
	fmt.Printf("peak %d KiB, %d findings, %d components\n", peak(t), findings, components)
	os.Exit(0)
}

// peak is the greatest size of this process in KiB.
func peak(t *testing.T) int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	n, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	return n
}
