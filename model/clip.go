package model

import (
	"strings"
	"unicode/utf8"
)

// The greatest lengths of texts in characters (core-observations.md §2, import.md §4.2).
const (
	maxShort        = 255
	maxAliases      = 512
	maxPair         = 513
	maxLong         = 2048
	maxDependencies = 32768
	maxPURLType     = 16
)

// field is a text of an observation with its limit. Identifiers and links are useless with a tail of dots; a longer one is cut without.
type field struct {
	text       *string
	limit      int
	identifier bool
}

// texts lists the free texts of an observation with their limits.
func (o *Observation) texts() [40]field {
	return [...]field{
		{&o.Title, maxShort, false}, {&o.Description, maxLong, false}, {&o.Recommendation, maxLong, false},
		{&o.ScannerObservationID, maxShort, false}, {&o.VulnerabilityID, maxShort, false}, {&o.VulnerabilityIDAliases, maxAliases, false},
		{&o.OriginComponentName, maxShort, false}, {&o.OriginComponentVersion, maxShort, false},
		{&o.OriginComponentNameVersion, maxPair, false}, {&o.OriginComponentPURL, maxShort, true}, {&o.OriginComponentPURLType, 16, true},
		{&o.OriginComponentCPE, maxShort, true}, {&o.OriginComponentDependencies, maxDependencies, false},
		{&o.OriginComponentCycloneDXBOMLink, maxAliases, true},
		{&o.OriginDockerImageName, maxShort, false}, {&o.OriginDockerImageTag, maxShort, false}, {&o.OriginDockerImageNameTag, maxPair, false},
		{&o.OriginDockerImageNameTagShort, maxPair, false}, {&o.OriginDockerImageDigest, maxShort, false},
		{&o.OriginEndpointURL, maxLong, true}, {&o.OriginEndpointScheme, maxShort, false}, {&o.OriginEndpointHostname, maxShort, false},
		{&o.OriginEndpointPath, maxLong, false}, {&o.OriginEndpointParams, maxLong, false}, {&o.OriginEndpointQuery, maxLong, false},
		{&o.OriginEndpointFragment, maxLong, false},
		{&o.OriginSourceFile, maxShort, false}, {&o.OriginSourceFileLink, maxLong, true},
		{&o.OriginCloudProvider, maxShort, false}, {&o.OriginCloudAccountSubscriptionProject, maxShort, false},
		{&o.OriginCloudResource, maxShort, false}, {&o.OriginCloudResourceType, maxShort, false},
		{&o.OriginKubernetesCluster, maxShort, false}, {&o.OriginKubernetesNamespace, maxShort, false},
		{&o.OriginKubernetesResourceType, maxShort, false}, {&o.OriginKubernetesResourceName, maxShort, false},
		{&o.Scanner, maxShort, false}, {&o.UploadFilename, maxShort, false},
		{&o.CVSS3Vector, maxShort, true}, {&o.CVSS4Vector, maxShort, true},
	}
}

// Clip cuts the texts of an imported observation to their greatest lengths, between normalisation and hashing.
func (o *Observation) Clip() {
	for _, f := range o.texts() {
		switch {
		case len(*f.text) <= f.limit:
		case f.identifier:
			*f.text = clipPlain(*f.text, f.limit)
		default:
			*f.text = ClipText(*f.text, f.limit)
		}
	}
}

// clipped is the text without NUL and within its limit.
func (f field) clipped() string {
	text := withoutNUL(*f.text)
	if f.identifier {
		return clipPlain(text, f.limit)
	}
	return ClipText(text, f.limit)
}

// Bound shortens texts that are far longer than what is kept of them, to twice as many bytes as that may have. An import does it before
// anything else, so that a huge text that many findings of a report share is not looked through for each of them.
func (o *Observation) Bound() {
	for _, f := range o.texts() {
		if limit := 8 * f.limit; len(*f.text) > limit {
			*f.text = strings.Clone(strings.ToValidUTF8((*f.text)[:limit], ""))
		}
	}
}

// ClipText cuts a text that is longer than limit characters to limit-4 characters and " ..."; a code block that is left open by the cut is
// closed (operations.md §11.3).
func ClipText(s string, limit int) string {
	if fits(s, limit) {
		return s
	}
	clipped := prefix(s, limit-4) + " ..."
	if strings.Count(clipped, "```") == 1 {
		return prefix(clipped, limit-9) + "\n```\n\n..."
	}
	return clipped
}

// clipPlain cuts a text to limit characters.
func clipPlain(s string, limit int) string {
	if fits(s, limit) {
		return s
	}
	return prefix(s, limit)
}

// fits tells whether a text has not more than limit characters, without counting them where its length tells.
func fits(s string, limit int) bool {
	return len(s) <= limit || len(s) <= limit*utf8.UTFMax && utf8.RuneCountInString(s) <= limit
}

func prefix(s string, characters int) string {
	if len(s) >= characters && isASCII(s[:characters]) {
		return s[:characters]
	}
	for i := range s {
		if characters == 0 {
			return s[:i]
		}
		characters--
	}
	return s
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
