package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestSecurityDocument: the tests and files that SECURITY.md names as proof exist.
func TestSecurityDocument(t *testing.T) {
	content, err := os.ReadFile("SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	tests := testsOf(t, ".")
	named := map[string]bool{}
	for _, match := range regexp.MustCompile("`((?:Test|Fuzz)[A-Z][A-Za-z0-9_]*)`").FindAllStringSubmatch(string(content), -1) {
		named[match[1]] = true
	}
	if len(named) < 100 {
		t.Errorf("SECURITY.md names %d tests only", len(named))
	}
	for name := range named {
		if !tests[name] {
			t.Errorf("SECURITY.md names %s, which does not exist", name)
		}
	}
	for _, match := range regexp.MustCompile("`((?:web|docs|packaging)/[\\w./-]+\\.[a-z]+)`").FindAllStringSubmatch(string(content), -1) {
		if _, err := os.Stat(match[1]); err != nil {
			t.Errorf("SECURITY.md names %s: %v", match[1], err)
		}
	}
}

// testsOf are the names of the tests and fuzz targets in a folder and those below it.
func testsOf(t *testing.T, folder string) map[string]bool {
	t.Helper()
	function := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	tests := map[string]bool{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (path != folder && strings.HasPrefix(entry.Name(), ".") || slices.Contains([]string{"node_modules", "dist", "testdata"}, entry.Name())) {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, "_test.go") {
			return nil
		}
		source, err := os.ReadFile(path)
		for _, match := range function.FindAllStringSubmatch(string(source), -1) {
			tests[match[1]] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tests
}
