package cyclonedx

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"secobserve/parsers"
	"secobserve/parsers/parsertest"
)

// The same document as XML and as JSON, both written by tools, gives the same.
func TestXMLAndJSON(t *testing.T) {
	files, err := filepath.Glob("testdata/*.xml")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, file := range files {
		asXML, asJSON := readBOM(t, file), readBOM(t, strings.TrimSuffix(file, ".xml")+".json")
		if len(asXML.Components) == 0 {
			t.Errorf("%s: no components", file)
		}
		for _, report := range []*parsertest.Report{&asXML, &asJSON} {
			for i := range report.Findings {
				report.Findings[i].Evidences = nil // the order of their members differs
			}
			for i := range report.Components {
				report.Components[i].Evidences = nil
			}
		}
		if diff := gocmp.Diff(asJSON, asXML); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
	}
}

func readBOM(t *testing.T, file string) parsertest.Report {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return parsertest.Read(t, Parser{}, file, string(content))
}

func bomOf(members string) string {
	return `<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6" xmlns:x="urn:x" version="2" serialNumber="urn:uuid:a">` + members + `</bom>`
}

func TestFromXML(t *testing.T) {
	for members, want := range map[string]string{
		``: ``,
		`<metadata><tools><tool><name>t</name></tool><tool><name>u</name></tool></tools></metadata>`:                                                   `,"metadata":{"tools":[{"name":"t"},{"name":"u"}]}`,
		`<metadata><tools><components><component type="library"><name>t</name></component></components><tool><name>u</name></tool></tools></metadata>`: `,"metadata":{"tools":{"components":[{"type":"library","name":"t"}]}}`,
		`<metadata><tools><tool><name>u</name></tool><components/></tools></metadata>`:                                                                 `,"metadata":{"tools":[{"name":"u"}]}`,
		`<metadata><tools/></metadata>`: `,"metadata":{"tools":[]}`,
		`<components><component bom-ref="r"><name> a &amp; "b" </name><version/><x:more><name>no</name></x:more></component></components>`:                                            `,"components":[{"bom-ref":"r","name":"a & \"b\"","version":""}]`,
		`<components><component><licenses><license><id>MIT</id><text content-type="text/plain">l</text></license><expression>A OR B</expression></licenses></component></components>`: `,"components":[{"licenses":[{"license":{"id":"MIT","text":{"contentType":"text/plain","content":"l"}}},{"expression":"A OR B"}]}]`,
		`<components><component><hashes><hash alg="MD5">00</hash></hashes><properties><property name="p">v</property></properties></component></components>`:                          `,"components":[{"hashes":[{"alg":"MD5","content":"00"}],"properties":[{"name":"p","value":"v"}]}]`,
		`<dependencies><dependency ref="a"><dependency ref="b"/><dependency ref="c"><x/></dependency></dependency><dependency ref="b"/></dependencies>`:                               `,"dependencies":[{"ref":"a","dependsOn":["b","c"]},{"ref":"b","dependsOn":[]}]`,
		`<vulnerabilities><vulnerability><id>CVE-1</id><ratings><rating><score>7.5</score><severity>high</severity></rating><rating><score>much</score></rating><rating><score>INF</score></rating></ratings><cwes><cwe>79</cwe><cwe>x</cwe></cwes>` +
			`<analysis><state>in_triage</state><responses><response>update</response></responses></analysis><affects><target><ref>r</ref></target></affects></vulnerability></vulnerabilities>`: `,"vulnerabilities":[{"id":"CVE-1","ratings":[{"score":7.5,"severity":"high"},{"score":"much"},{"score":"INF"}],"cwes":[79,"x"],"analysis":{"state":"in_triage","response":["update"]},"affects":[{"ref":"r"}]}]`,
	} {
		doc := parsertest.Document(t, "x.xml", bomOf(members))
		got, err := fromXML(doc.XML)
		if want = `{"bomFormat":"CycloneDX","specVersion":"1.6","version":2,"serialNumber":"urn:uuid:a"` + want + `}`; err != nil || string(got) != want {
			t.Errorf("%s\nbecomes %s (%v)\nwant    %s", members, got, err, want)
		}
	}
}

func TestBadXML(t *testing.T) {
	deep := strings.Repeat("<components><component>", maxElements) + strings.Repeat("</component></components>", maxElements)
	for what, content := range map[string]string{
		"truncated":        strings.TrimSuffix(bomOf("<components>"), "</bom>"),
		"crossed":          bomOf("<components></metadata>"),
		"an entity":        `<!DOCTYPE bom [<!ENTITY e "x">]>` + bomOf("<components><component><name>&e;</name></component></components>"),
		"something behind": bomOf("") + "<",
		"deep nesting":     bomOf(deep),
	} {
		doc := parsertest.Document(t, "x.xml", content)
		if !(Parser{}).Accepts(doc) {
			t.Errorf("%s: not accepted", what)
			continue
		}
		if _, err := (Parser{}).Parse(doc); err == nil || !strings.HasPrefix(err.Error(), "File is not a valid CycloneDX report: ") {
			t.Errorf("%s: %v", what, err)
		}
	}
	for _, content := range []string{`<bom xmlns="urn:other"/>`, `<x xmlns="http://cyclonedx.org/schema/bom/1.6"/>`, `<bom/>`} {
		if (Parser{}).Accepts(parsertest.Document(t, "x.xml", content)) {
			t.Errorf("accepts %s", content)
		}
	}
}

// Whatever the XML says, what becomes of it is JSON.
func FuzzFromXML(f *testing.F) {
	f.Add(bomOf(`<components><component bom-ref="r"><name>a</name></component></components><metadata><tools><tool><name>t</name></tool></tools></metadata>`))
	f.Add(bomOf(`<dependencies><dependency ref="a"><dependency ref="b"/></dependency></dependencies>`))
	f.Fuzz(func(t *testing.T, content string) {
		doc, err := parsers.Read("x.xml", []byte(content))
		if err != nil || !(Parser{}).Accepts(doc) {
			return
		}
		converted, err := fromXML(doc.XML)
		if err != nil {
			return
		}
		if _, err := parsers.Read("x.json", converted); err != nil {
			t.Fatalf("%q becomes %q: %v", content, converted, err)
		}
		parsertest.Hold(t, Parser{}, doc)
	})
}
