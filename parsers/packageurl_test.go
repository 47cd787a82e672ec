package parsers

import "testing"

func TestPackageURL(t *testing.T) {
	for _, test := range []struct{ kind, name, version, want string }{
		{"npm", "@vercel/node", "1.2.3", "pkg:npm/%40vercel/node@1.2.3"},
		{"npm", "debug", "", "pkg:npm/debug"},
		{"maven", "org.acme:core", "1", "pkg:maven/org.acme/core@1"},
		{"golang", "golang.org/x/net", "v0.1.0", "pkg:golang/golang.org/x/net@v0.1.0"},
		{"golang", "stdlib", "1.20.1", "pkg:golang/stdlib@1.20.1"},
		{"pypi", "requests/", "1", "pkg:pypi/requests%2F@1"},
		{"", "x", "1", ""},
		{"npm", "", "1", ""},
	} {
		if got := PackageURL(test.kind, test.name, test.version); got != test.want {
			t.Errorf("%s of %s: %s, want %s", test.name, test.kind, got, test.want)
		}
	}
}
