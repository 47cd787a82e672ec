package model

import (
	"fmt"
	"slices"
	"strings"

	"github.com/package-url/packageurl-go"
)

// ValidatePURL checks a package URL (core-products.md §1.5, package-url specification); the empty text is fine. The error texts are part of
// the API.
func ValidatePURL(s string) error {
	if s == "" {
		return nil
	}
	_, err := purlType(s)
	return err
}

// PURLType is the lower-cased type of a package URL; false if the text is none.
func PURLType(s string) (string, bool) {
	kind, err := purlType(s)
	return kind, err == nil
}

func purlType(s string) (string, error) {
	rest, ok := strings.CutPrefix(s, "pkg:")
	if !ok {
		return "", fmt.Errorf(`purl is missing the required "pkg" scheme component: '%s'.`, s)
	}
	kind, rest, ok := strings.Cut(strings.TrimLeft(rest, "/"), "/")
	if !ok || kind == "" {
		return "", fmt.Errorf("purl is missing the required type component: '%s'.", s)
	}
	kind = strings.ToLower(kind)
	if strings.ContainsFunc(kind, notInPURLType) {
		return "", fmt.Errorf("purl type must be composed only of ASCII letters and numbers, period, dash and underscore: '%s'.", kind)
	}
	if isDigit(kind[0]) {
		return "", fmt.Errorf("purl type cannot start with a number: '%s'.", kind)
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest, qualifiers, _ := strings.Cut(rest, "?")
	if err := checkQualifiers(qualifiers); err != nil {
		return "", err
	}
	if purlName(kind, rest) == "" {
		return "", fmt.Errorf("purl is missing the required name component: '%s'", s)
	}
	return kind, nil
}

func notInPURLType(r rune) bool {
	return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '.' && r != '-' && r != '_'
}

func checkQualifiers(qualifiers string) error {
	if qualifiers == "" {
		return nil
	}
	pairs := strings.Split(qualifiers, "&")
	for _, pair := range pairs {
		if !strings.Contains(pair, "=") {
			return fmt.Errorf("Invalid qualifier. Must be a string of key=value pairs:['%s']", strings.Join(pairs, "', '"))
		}
	}
	return nil
}

// purlName is the last segment of the path without the version.
func purlName(kind, path string) string {
	path = strings.Trim(path, "/")
	scope := ""
	if kind == "npm" && strings.HasPrefix(path, "@") {
		scope, path = "@", path[1:]
	}
	if at := strings.LastIndexByte(path, '@'); at >= 0 {
		path = path[:at]
	}
	path = strings.Trim(path, "/")
	if scope != "" && !strings.Contains(path, "/") {
		return scope + path
	}
	return path[strings.LastIndexByte(path, '/')+1:]
}

// purlTypeNames are the names of the package URL types (core-products.md §14).
var purlTypeNames = map[string]string{
	"alpm": "alpm", "apk": "APK", "bitbucket": "Bitbucket", "bitnami": "Bitnami", "cargo": "Rust", "cocoapods": "Cocoapods", "composer": "Composer",
	"conan": "Conan", "conda": "Conda", "cpan": "CPAN Perl", "cran": "CRAN R", "deb": "Debian", "docker": "Docker", "gem": "Ruby Gem",
	"generic": "Generic", "github": "GitHub", "golang": "Go", "hackage": "Hackage", "hex": "Hex", "huggingface": "Huggingface", "luarocks": "Lua",
	"maven": "Maven", "mlflow": "MLflow", "npm": "NPM", "nuget": "NuGet", "oci": "OCI", "pub": "Dart", "pypi": "PyPI", "rpm": "RPM", "qpkg": "QNX",
	"swid": "SWID", "swift": "Swift",
}

// PURLTypeName is the name of a package URL type; false if the type is not known.
func PURLTypeName(kind string) (string, bool) {
	name, ok := purlTypeNames[kind]
	return name, ok
}

// SortedPURLTypes sorts package URL types by their names, then by themselves.
func SortedPURLTypes(kinds []string) []string {
	return slices.SortedFunc(slices.Values(kinds), func(a, b string) int {
		if c := strings.Compare(purlTypeNames[a], purlTypeNames[b]); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
}

// PURLNameVersion is the component that a package URL names: "namespace:name", or the name, and its version; false if the text is no package
// URL.
func PURLNameVersion(s string) (name, version string, ok bool) {
	p, err := packageurl.FromString(s)
	if err != nil || p.Name == "" {
		return "", "", false
	}
	if p.Namespace == "" {
		return p.Name, p.Version, true
	}
	return p.Namespace + ":" + p.Name, p.Version, true
}
