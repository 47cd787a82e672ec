package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"golang.org/x/text/cases"
)

// Hash is the identity hash: equal for "the same finding" (core-observations.md §4). It is the lower-case hex SHA-256 of title and origins,
// case-folded. The observation must be normalised; service is the name of its service, "" for none.
//
// Stored data and data migrated from other installations depend on each byte of the computation.
func (o *Observation) Hash(service string) string {
	component := o.OriginComponentNameVersion
	if component == "" {
		component = o.OriginComponentName + o.OriginComponentVersion
	}
	image := o.OriginDockerImageName
	if image == "" {
		image = o.OriginDockerImageNameTag
	}
	text := make([]byte, 0, 512)
	for _, s := range [...]string{o.Title, component, image, o.OriginEndpointURL, service, o.OriginSourceFile} {
		text = append(text, s...)
	}
	text = appendLine(text, o.OriginSourceLineStart)
	text = appendLine(text, o.OriginSourceLineEnd)
	for _, s := range [...]string{o.OriginSourceFileLink, o.OriginCloudProvider, o.OriginCloudAccountSubscriptionProject, o.OriginCloudResource,
		o.OriginKubernetesCluster, o.OriginKubernetesNamespace, o.OriginKubernetesResourceType, o.OriginKubernetesResourceName} {
		text = append(text, s...)
	}
	sum := sha256.Sum256(bytes.Trim(foldCase(text), " \t\n\r\v\f"))
	return hex.EncodeToString(sum[:])
}

func appendLine(text []byte, line *int) []byte {
	if line == nil || *line == 0 {
		return text
	}
	return strconv.AppendInt(text, int64(*line), 10)
}

// foldCase applies full Unicode case folding, in place for ASCII.
func foldCase(text []byte) []byte {
	for i, c := range text {
		if c >= 0x80 {
			return cases.Fold().Bytes(text)
		}
		if c >= 'A' && c <= 'Z' {
			text[i] = c + ('a' - 'A')
		}
	}
	return text
}
