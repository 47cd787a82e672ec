package licenses

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"secobserve/db"
	"secobserve/model"
)

// PolicyExport is a license policy with its complete rule table, to be written to a file (licenses.md §11.3).
type PolicyExport struct {
	policy *model.LicensePolicy
	parent string
	rules  []exportedRule
}

// exportedRule is a rule with the names of what it refers to.
type exportedRule struct {
	Rule
	group   string
	license *model.License // of rules for licenses
}

// NewPolicyExport collects what the files hold.
func NewPolicyExport(tx *db.Tx, policy *model.LicensePolicy) (*PolicyExport, error) {
	vocabulary, err := LoadVocabulary(tx)
	if err != nil {
		return nil, err
	}
	rules, err := LoadRules(tx, vocabulary, policy.ID)
	if err != nil {
		return nil, err
	}
	e := &PolicyExport{policy: policy}
	if policy.Parent != 0 {
		e.parent = db.LicensePolicies.Index(tx).Text(db.LicensePolicies.Column("name"), uint32(policy.Parent))
	}
	for _, r := range rules.All() {
		exported := exportedRule{Rule: r}
		if r.Group != 0 {
			exported.group = db.LicenseGroups.Index(tx).Text(db.LicenseGroups.Column("name"), uint32(r.Group))
		}
		if r.License != 0 {
			if exported.license, err = db.Licenses.Get(tx, r.License); err != nil {
				return nil, err
			}
		}
		e.rules = append(e.rules, exported)
	}
	return e, nil
}

// document is the policy as it stands in JSON and YAML files; what is empty is left out, except texts of the policy itself.
func (e *PolicyExport) document() map[string]any {
	d := map[string]any{"name": e.policy.Name, "description": e.policy.Description}
	if types := e.policy.IgnoredTypes(); len(types) > 0 {
		d["ignore_component_types"] = types
	}
	if e.parent != "" {
		d["parent"] = e.parent
	}
	if len(e.rules) == 0 {
		return d
	}
	items := make([]map[string]any, 0, len(e.rules))
	for _, r := range e.rules {
		item := map[string]any{"evaluation_result": string(r.Result), "from_parent": r.FromParent, subjectKeys[r.Kind]: r.Subject}
		if r.group != "" {
			item["license_group"] = r.group
		}
		if r.Comment != "" {
			item["comment"] = r.Comment
		}
		items = append(items, item)
	}
	d["items"] = items
	return d
}

// subjectKeys name in files what a rule is about.
var subjectKeys = map[Kind]string{SPDX: "spdx_license", Expression: "license_expression", NonSPDX: "non_spdx_license"}

// ExportJSON writes a policy as JSON.
func ExportJSON(e *PolicyExport) ([]byte, error) { return indented(e.document()) }

// indented is JSON with sorted keys, an indentation of four and no line feed at its end.
func indented(document any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "    ")
	if err := encoder.Encode(document); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), nil
}

// ExportYAML writes a policy as YAML in block style.
func ExportYAML(e *PolicyExport) ([]byte, error) {
	var node yaml.Node
	if err := node.Encode(e.document()); err != nil {
		return nil, err
	}
	quoteEmpty(&node)
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	encoder.CompactSeqIndent()
	if err := encoder.Encode(&node); err != nil {
		return nil, err
	}
	if err := encoder.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// quoteEmpty has empty texts written as ”.
func quoteEmpty(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && n.Value == "" && n.Tag == "!!str" {
		n.Style = yaml.SingleQuotedStyle
	}
	for _, child := range n.Content {
		quoteEmpty(child)
	}
}

// usagePolicies are the evaluation results as sbom-utility knows them.
var usagePolicies = map[model.EvaluationResult]string{
	model.EvaluationAllowed: "allow", model.EvaluationIgnored: "allow", model.EvaluationForbidden: "deny",
	model.EvaluationReviewRequired: "needs-review", model.EvaluationUnknown: "needs-review",
}

// ExportSBOMUtility writes a policy as configuration of the license policies of sbom-utility.
func ExportSBOMUtility(e *PolicyExport) ([]byte, error) {
	policies := make([]map[string]any, 0, len(e.rules))
	for _, r := range e.rules {
		p := map[string]any{"id": "", "name": r.Subject, "reference": "", "osi": false, "deprecated": false, "usagePolicy": usagePolicies[r.Result],
			"annotationRefs": []string{strings.ToUpper(string(r.Result))}}
		family := r.Subject
		if r.license != nil {
			p["id"], p["name"], p["reference"] = r.license.SPDXID, r.license.Name, r.license.Reference
			p["osi"], p["deprecated"] = isTrue(r.license.IsOSIApproved), isTrue(r.license.IsDeprecated)
		}
		p["family"] = strings.Map(familyRune, family)
		if r.Comment != "" {
			p["notes"] = []string{r.Comment}
		}
		policies = append(policies, p)
	}
	document := map[string]any{}
	if len(policies) > 0 {
		document["policies"] = policies
	}
	return indented(document)
}

func familyRune(r rune) rune {
	if r == '-' || unicode.IsLetter(r) || unicode.IsDigit(r) {
		return r
	}
	return '-'
}

func isTrue(flag *bool) bool { return flag != nil && *flag }
