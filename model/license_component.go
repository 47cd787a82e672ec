package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"
)

// NoLicenseInformation is the name of a license of which nothing is known.
const NoLicenseInformation = "No license information"

// LicenseKind tells in which form a license is known.
type LicenseKind int

// The kinds of licenses.
const (
	LicenseNone       LicenseKind = iota // nothing is known
	LicenseSPDX                          // a license of the catalogue
	LicenseExpression                    // a license expression of known keys
	LicenseNonSPDX                       // any other text
	LicenseMultiple                      // several texts side by side
)

// LicenseKinds names the kinds as the overview of licenses does.
var LicenseKinds = []string{"", "SPDX", "Expression", "Non-SPDX", "Multiple"}

// ComponentLicense is the license of a component according to one source. At most one of the forms is set; none means that the source says
// nothing. The texts are as long as the source has them: what the API shows is cut (licenses.md §6.8).
type ComponentLicense struct {
	// License is a license of the catalogue, SPDXID its id as text. Licenses never leave the catalogue and never change their SPDX id.
	License ID     `cbor:"license,omitempty"`
	SPDXID  string `cbor:"spdx_id,omitempty"`
	// Expression is a license expression in normalised form.
	Expression string `cbor:"expression,omitempty"`
	NonSPDX    string `cbor:"non_spdx,omitempty"`
	// Multiple holds several licenses, each an SPDX id or any other text.
	Multiple []string `cbor:"multiple,omitempty"`
}

// Kind tells which of the forms is set.
func (l *ComponentLicense) Kind() LicenseKind {
	switch {
	case l.SPDXID != "":
		return LicenseSPDX
	case l.Expression != "":
		return LicenseExpression
	case l.NonSPDX != "":
		return LicenseNonSPDX
	case len(l.Multiple) > 0:
		return LicenseMultiple
	default:
		return LicenseNone
	}
}

// The greatest lengths of license texts in characters, as the API shows them (licenses.md §5).
const (
	maxLicense  = 255
	maxLicenses = 512
)

// ShownName is the readable name of the license, not longer than the API allows.
func (l *ComponentLicense) ShownName() string {
	switch l.Kind() {
	case LicenseSPDX:
		return ClipText(l.SPDXID, maxLicense)
	case LicenseExpression:
		return l.ShownExpression()
	case LicenseNonSPDX:
		return l.ShownNonSPDX()
	case LicenseMultiple:
		return ClipText(strings.Join(l.Multiple, ", "), maxLicense)
	default:
		return NoLicenseInformation
	}
}

// ShownExpression is the expression, not longer than the API allows.
func (l *ComponentLicense) ShownExpression() string { return ClipText(l.Expression, maxLicense) }

// ShownNonSPDX is the text of a license that is not known, not longer than the API allows.
func (l *ComponentLicense) ShownNonSPDX() string { return ClipText(l.NonSPDX, maxLicense) }

// ShownMultiple is the list of several licenses, not longer than the API allows.
func (l *ComponentLicense) ShownMultiple() string {
	return ClipText(strings.Join(l.Multiple, ", "), maxLicenses)
}

// MayBeCut tells whether a shown license text may be only a part of the whole one.
func MayBeCut(shown string) bool { return utf8.RuneCountInString(shown) >= maxLicense-16 }

// Equal tells whether both are the same license in the same form.
func (l *ComponentLicense) Equal(other *ComponentLicense) bool {
	return l.License == other.License && l.SPDXID == other.SPDXID && l.Expression == other.Expression && l.NonSPDX == other.NonSPDX &&
		slices.Equal(l.Multiple, other.Multiple)
}

// LicenseComponent is a component of an SBOM in one product, branch and service with its licenses (licenses.md §5).
type LicenseComponent struct {
	ID ID `cbor:"id,omitempty"`
	// IdentityHash is the lower-case hex SHA-256 of licenses.md §6.3: equal for the same component in the same place of the dependencies.
	IdentityHash  string `cbor:"identity_hash,omitempty"`
	Product       ID     `cbor:"product,omitempty"`
	Branch        ID     `cbor:"branch,omitempty"`
	OriginService ID     `cbor:"origin_service,omitempty"`
	// VulnerabilityCheck is the check of the upload that the component belongs to.
	VulnerabilityCheck ID     `cbor:"vulnerability_check,omitempty"`
	UploadFilename     string `cbor:"upload_filename,omitempty"`

	ComponentName             string        `cbor:"component_name,omitempty"`
	ComponentVersion          string        `cbor:"component_version,omitempty"`
	ComponentNameVersion      string        `cbor:"component_name_version,omitempty"`
	ComponentType             ComponentType `cbor:"component_type,omitempty"`
	ComponentPURL             string        `cbor:"component_purl,omitempty"`
	ComponentPURLType         string        `cbor:"component_purl_type,omitempty"`
	ComponentCPE              string        `cbor:"component_cpe,omitempty"`
	ComponentCycloneDXBOMLink string        `cbor:"component_cyclonedx_bom_link,omitempty"`
	// ComponentDependencies is the key of the text in the bucket of texts; empty for none.
	ComponentDependencies []byte `cbor:"component_dependencies,omitempty"`

	// DeclaredTexts and ConcludedTexts are the licenses as the report gives them.
	DeclaredTexts  []string `cbor:"declared_texts,omitempty"`
	ConcludedTexts []string `cbor:"concluded_texts,omitempty"`

	ImportedDeclared  ComponentLicense `cbor:"imported_declared"`
	ImportedConcluded ComponentLicense `cbor:"imported_concluded"`
	// ManualConcluded is the conclusion of a person, or one that was derived; ManualConcludedComment says which.
	ManualConcluded        ComponentLicense `cbor:"manual_concluded"`
	ManualConcludedComment string           `cbor:"manual_concluded_comment,omitempty"`

	EvaluationResult EvaluationResult `cbor:"evaluation_result,omitempty"`
	// EvaluationReason says what has decided: a rule of the policy, a group, a parent, or that nothing did.
	EvaluationReason EvaluationReason `cbor:"evaluation_reason"`

	Created    Time `cbor:"created,omitempty"`
	LastChange Time `cbor:"last_change,omitempty"`
	// ImportLastSeen is when an import last changed the row. The moment shown is the one of the vulnerability check, all of whose components
	// are part of its last import, so that importing an unchanged SBOM writes no component.
	ImportLastSeen Time `cbor:"import_last_seen,omitempty"`
	// ReportFingerprint is a digest of everything the report said about the component, evidences included.
	ReportFingerprint []byte `cbor:"report_fingerprint,omitempty"`
}

// Effective is the license that counts: of the conclusions and claims the first that says something (licenses.md §6.7).
func (c *LicenseComponent) Effective() *ComponentLicense {
	for _, l := range []*ComponentLicense{&c.ManualConcluded, &c.ImportedConcluded} {
		if l.Kind() != LicenseNone {
			return l
		}
	}
	return &c.ImportedDeclared
}

// LastSeen is when an import last saw the component, given when one last saw those of its vulnerability check.
func (c *LicenseComponent) LastSeen(check Time) Time { return max(c.ImportLastSeen, check) }

// ShownComponent is the component as lists show it: name:version with the PURL type.
func (c *LicenseComponent) ShownComponent() string {
	return shownComponent(c.ComponentNameVersion, c.ComponentPURLType)
}

func shownComponent(nameVersion, purlType string) string {
	if nameVersion == "" || purlType == "" {
		return nameVersion
	}
	return nameVersion + " (" + purlType + ")"
}

// Normalise brings what a report says about the component into its stored form: texts without NUL and within their limits, name:version and
// the type of the package URL derived. It is idempotent. dependencies and the hash are the caller's affair.
func (c *LicenseComponent) Normalise() {
	for _, f := range c.texts() {
		*f.text = f.clipped()
	}
	c.ComponentNameVersion = ClipText(join(c.ComponentName, c.ComponentVersion), maxPair)
	kind, ok := PURLType(c.ComponentPURL)
	if !ok {
		c.ComponentPURL = ""
	}
	c.ComponentPURLType = clipPlain(kind, maxPURLType)
}

// texts lists the free texts of the component with their limits, the same as those of an observation's component.
func (c *LicenseComponent) texts() [5]field {
	return [...]field{
		{&c.ComponentName, maxShort, true}, {&c.ComponentVersion, maxShort, false}, {&c.ComponentPURL, maxShort, true},
		{&c.ComponentCPE, maxShort, true}, {&c.ComponentCycloneDXBOMLink, maxAliases, true},
	}
}

// ClipDependencies cuts the text of dependencies to its greatest length and frees it from NUL.
func ClipDependencies(text string) string {
	return field{&text, maxDependencies, false}.clipped()
}

// LicenseComponentHash is the identity hash of a license component (licenses.md §6.3), "" for what it does not have.
func LicenseComponentHash(nameVersion, dependencies, service, purlType string) string {
	text := make([]byte, 0, len(nameVersion)+len(dependencies)+len(service)+len(purlType))
	for _, s := range [...]string{nameVersion, dependencies, service, purlType} {
		text = append(text, s...)
	}
	sum := sha256.Sum256(bytes.Trim(foldCase(text), " \t\n\r\v\f"))
	return hex.EncodeToString(sum[:])
}

// LicenseComponentEvidence is raw text of the SBOM for a component. The text is stored once for all evidences that share it.
type LicenseComponentEvidence struct {
	ID               ID     `cbor:"id,omitempty"`
	LicenseComponent ID     `cbor:"license_component,omitempty"`
	Name             string `cbor:"name,omitempty"`
	// Text is the key of the text in the bucket of texts.
	Text []byte `cbor:"text,omitempty"`
}

// ConcludedLicense is a conclusion that a person has drawn for a component of a product; imports apply it to components alike
// (licenses.md §6.5, §9.4).
type ConcludedLicense struct {
	ID                ID     `cbor:"id,omitempty"`
	Product           ID     `cbor:"product,omitempty"`
	ComponentPURLType string `cbor:"component_purl_type,omitempty"`
	ComponentName     string `cbor:"component_name,omitempty"`
	ComponentVersion  string `cbor:"component_version,omitempty"`
	// License is never one of several.
	License     ComponentLicense `cbor:"license"`
	User        ID               `cbor:"user,omitempty"`
	LastUpdated Time             `cbor:"last_updated,omitempty"`
}

// ComponentNameVersion is the component as lists show it: name:version with the PURL type.
func (c *ConcludedLicense) ComponentNameVersion() string {
	return shownComponent(join(c.ComponentName, c.ComponentVersion), c.ComponentPURLType)
}
