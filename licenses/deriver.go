package licenses

import (
	"reflect"
	"strings"

	"secobserve/db"
	"secobserve/licenses/expression"
	"secobserve/model"
)

// Comments of conclusions.
const (
	// SetByLicenseLynx is the comment of a conclusion that was derived from the mapping of spellings.
	SetByLicenseLynx = "Set by LicenseLynx"
	setManually      = "Set manually by "
)

// SetManually is the comment of a conclusion that a user has drawn.
func SetManually(username string) string { return setManually + username }

// Deriver makes of what a report says about components of one product what counts: licenses, conclusions and what the policy says of them
// (licenses.md §6, §7). It is made once per import.
type Deriver struct {
	tx          *db.Tx
	classifier  *Classifier
	conclusions *conclusions
	spellings   func(text string) (id string, ok bool)
	rules       *Rules
}

// NewDeriver prepares for the components of a product.
func NewDeriver(tx *db.Tx, p *model.Product) (*Deriver, error) {
	d := &Deriver{tx: tx}
	var err error
	if d.classifier, err = NewClassifier(tx); err != nil {
		return nil, err
	}
	if d.conclusions, err = loadConclusions(tx, p); err != nil {
		return nil, err
	}
	if d.spellings, err = LoadSpellings(tx); err != nil {
		return nil, err
	}
	d.rules, err = rulesFor(tx, d.classifier.vocabulary, p)
	return d, err
}

// rulesFor are the rules of the policy that holds for a product; nil for none.
func rulesFor(tx *db.Tx, vocabulary *expression.Vocabulary, p *model.Product) (*Rules, error) {
	policy, err := PolicyOf(tx, p)
	if err != nil {
		return nil, err
	}
	return LoadRules(tx, vocabulary, policy)
}

// Classify sets the imported licenses of a component from the texts of the report. It uses no transaction and is safe for concurrent use.
func (d *Deriver) Classify(c *model.LicenseComponent) {
	c.ImportedDeclared, c.ImportedConcluded = d.classifier.Classify(c.DeclaredTexts), d.classifier.Classify(c.ConcludedTexts)
}

// Derive sets the conclusion of a classified component, unless a person has drawn one for this very component, and evaluates it.
func (d *Deriver) Derive(c *model.LicenseComponent) error {
	if !strings.HasPrefix(c.ManualConcludedComment, setManually) {
		c.ManualConcluded, c.ManualConcludedComment = model.ComponentLicense{}, ""
	}
	if c.ManualConcluded.Kind() == model.LicenseNone {
		if err := d.conclusions.apply(c); err != nil {
			return err
		}
	}
	if c.ManualConcluded.Kind() == model.LicenseNone {
		d.applySpellings(c)
	}
	Evaluate(d.rules, c)
	return nil
}

// Renew derives a stored component anew from the texts of its report and stores it if something changed.
func (d *Deriver) Renew(c *model.LicenseComponent, now model.Time) error {
	before := *c
	d.Classify(c)
	if err := d.Derive(c); err != nil {
		return err
	}
	if reflect.DeepEqual(c, &before) {
		return nil
	}
	if !c.Effective().Equal(before.Effective()) || c.EvaluationResult != before.EvaluationResult {
		c.LastChange = now
	}
	return db.LicenseComponents.Update(d.tx, c)
}

// Evaluate sets what the rules say of a component.
func Evaluate(rules *Rules, c *model.LicenseComponent) {
	e := rules.Evaluate(subjectOf(c))
	c.EvaluationResult, c.EvaluationReason = e.Result, e.Reason
}

// subjectOf is what a policy looks at in a component.
func subjectOf(c *model.LicenseComponent) Subject {
	l := c.Effective()
	return Subject{PURLType: c.ComponentPURLType, SPDXID: l.SPDXID, Expression: l.Expression, NonSPDX: l.NonSPDX, Multiple: l.Multiple}
}
