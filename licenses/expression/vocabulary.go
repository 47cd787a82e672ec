package expression

import "strings"

// Vocabulary holds the keys that expressions may contain. It is immutable and safe for concurrent use.
type Vocabulary struct {
	keys      map[string]entry // by the key in lower case
	catalogue map[string]struct{}
}

// entry is what a key, however it is written, stands for.
type entry struct {
	key       string // as it is written in normalised expressions
	exception bool   // usable only right of WITH
}

// Keys are the sources of a vocabulary.
type Keys struct {
	// Licenses are the ids of the catalogue. Each is a license key, even if another source calls it an exception.
	Licenses []string
	// Exceptions are the keys that may follow WITH.
	Exceptions []string
	// Others are license keys outside the catalogue, such as LicenseRef-scancode-public-domain.
	Others []string
	// Aliases are other spellings with the keys that they stand for. They never redefine a key of the other sources; the built-in aliases
	// (licenses.md §4) do.
	Aliases map[string]string
}

// NewVocabulary returns the vocabulary of the given keys and the built-in aliases.
func NewVocabulary(k Keys) *Vocabulary {
	v := &Vocabulary{
		keys:      make(map[string]entry, len(k.Licenses)+len(k.Exceptions)+len(k.Others)+len(k.Aliases)+len(builtIn)),
		catalogue: make(map[string]struct{}, len(k.Licenses)),
	}
	for _, id := range k.Licenses {
		v.catalogue[id] = struct{}{}
		v.add(id, entry{key: id})
	}
	for _, id := range k.Exceptions {
		v.add(id, entry{key: id, exception: true})
	}
	for _, id := range k.Others {
		v.add(id, entry{key: id})
	}
	for alias, key := range k.Aliases {
		v.add(alias, v.target(key))
	}
	for alias, key := range builtIn {
		target := v.target(key)
		v.add(key, target)
		v.keys[alias] = target
	}
	return v
}

// add adds a key unless it is known already.
func (v *Vocabulary) add(key string, e entry) {
	folded := strings.ToLower(key)
	if _, known := v.keys[folded]; !known {
		v.keys[folded] = e
	}
}

// target is the entry that an alias of key gets.
func (v *Vocabulary) target(key string) entry {
	if e, known := v.keys[strings.ToLower(key)]; known {
		return e
	}
	return entry{key: key}
}

// InCatalogue tells whether id is the id of a license of the catalogue, in exactly this spelling. Aliases have no say: GPL-2.0 is one,
// although it becomes GPL-2.0-only in an expression.
func (v *Vocabulary) InCatalogue(id string) bool {
	_, ok := v.catalogue[id]
	return ok
}

// builtIn are the aliases that hold whatever the sources say (licenses.md §4), in lower case.
var builtIn = aliases()

func aliases() map[string]string {
	all := map[string]string{
		"gpl": "GPL-1.0-or-later", "gpl 2.0": "GPL-2.0-only", "gpl 2.0+": "GPL-2.0-or-later",
		"bsd-2": "BSD-2-Clause", "bsd-2-clause-netbsd": "BSD-2-Clause", "bsd-2-clause-freebsd": "BSD-2-Clause-Views",
		"standardml-nj": "SMLNJ", "nunit": "zlib-acknowledgement", "bzip2-1.0.5": "bzip2-1.0.6",
		"net-snmp": "LicenseRef-scancode-net-snmp", "nokia-qt-exception-1.1": "Qt-LGPL-exception-1.1",
		"licenseref-apache": "Apache-2.0", "licenseref-apache-2.0": "Apache-2.0",
	}
	for _, id := range []string{"AGPL-1.0", "AGPL-3.0", "GPL-1.0", "GPL-2.0", "GPL-3.0", "LGPL-2.0", "LGPL-2.1", "LGPL-3.0",
		"GFDL-1.1", "GFDL-1.2", "GFDL-1.3"} {
		folded := strings.ToLower(id)
		all[folded] = id + "-only"
		all[folded+"+"] = id + "-or-later"
	}
	return all
}
