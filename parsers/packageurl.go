package parsers

import (
	"strings"

	"github.com/package-url/packageurl-go"
)

// PackageURL is the purl (package-url specification) of a package that a report names by its kind, as purl type, and name; namespaces are part
// of the name, as the package manager writes it: group:artifact for Maven, @scope/name for npm, a path for Go. "" without kind or name.
func PackageURL(kind, name, version string) string {
	if kind == "" || name == "" {
		return ""
	}
	separator := "/"
	if kind == packageurl.TypeMaven {
		separator = ":"
	}
	namespace := ""
	if i := strings.LastIndex(name, separator); i > 0 && i < len(name)-1 {
		namespace, name = name[:i], name[i+1:]
	}
	return packageurl.NewPackageURL(kind, namespace, name, version, nil, "").ToString()
}
