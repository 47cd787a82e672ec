package licenses

import (
	"strings"

	"secobserve/db"
	"secobserve/licenses/expression"
	"secobserve/model"
)

// Classifier tells which license the texts of a report mean (licenses.md §6.3). It is immutable and safe for concurrent use.
type Classifier struct {
	vocabulary *expression.Vocabulary
	catalogue  map[string]model.ID // by SPDX id
}

// NewClassifier returns a classifier for the catalogue that tx sees.
func NewClassifier(tx *db.Tx) (*Classifier, error) {
	vocabulary, err := LoadVocabulary(tx)
	if err != nil {
		return nil, err
	}
	return &Classifier{vocabulary: vocabulary, catalogue: catalogue(tx)}, nil
}

// catalogue lists the licenses by their SPDX ids.
func catalogue(tx *db.Tx) map[string]model.ID {
	idx, column := db.Licenses.Index(tx), db.Licenses.Column("spdx_id")
	ids := make(map[string]model.ID, idx.Len())
	for it := idx.All().Iterator(); it.HasNext(); {
		id := it.Next()
		ids[idx.Text(column, id)] = model.ID(id)
	}
	return ids
}

// Classify tells which license several texts side by side mean.
func (c *Classifier) Classify(texts []string) model.ComponentLicense {
	switch len(texts) {
	case 0:
		return model.ComponentLicense{}
	case 1:
		return c.one(texts[0])
	default:
		return model.ComponentLicense{Multiple: texts}
	}
}

// one is a license of the catalogue, or a valid expression in normalised form, or else a text of its own.
func (c *Classifier) one(text string) model.ComponentLicense {
	if l, ok := c.spdx(text); ok {
		return l
	}
	node, err := c.vocabulary.Parse(text)
	if err != nil {
		return model.ComponentLicense{NonSPDX: text}
	}
	normalised := node.String()
	if l, ok := c.spdx(normalised); ok {
		return l
	}
	return model.ComponentLicense{Expression: normalised}
}

// spdx is the license of the catalogue with this id in exactly this spelling.
func (c *Classifier) spdx(id string) (model.ComponentLicense, bool) {
	license, ok := c.catalogue[id]
	return model.ComponentLicense{License: license, SPDXID: id}, ok && !strings.ContainsFunc(id, notInID)
}

func notInID(r rune) bool {
	return (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && (r < '0' || r > '9') && !strings.ContainsRune("-.+:", r)
}
