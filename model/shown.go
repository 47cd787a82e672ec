package model

import (
	"fmt"
	"net/url"
	"strings"
)

// ScannerName is the scanner without its version: the text up to the first slash.
func ScannerName(scanner string) string {
	name, _, _ := strings.Cut(scanner, "/")
	return strings.TrimSpace(name)
}

// SplitList splits a comma separated text and trims the elements; the empty text gives none (operations.md §11.4).
func SplitList(text string) []string {
	if text == "" {
		return nil
	}
	parts := strings.Split(text, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// ShownComponent is the component as lists show it: name:version with the PURL type (core-observations.md §8.2).
func (o *Observation) ShownComponent() string {
	if o.OriginComponentName == "" {
		return ""
	}
	if o.OriginComponentPURLType == "" {
		return o.OriginComponentNameVersion
	}
	return o.OriginComponentNameVersion + " (" + o.OriginComponentPURLType + ")"
}

// SourceFileShort is first/.../last of a path with more than two parts, else the path.
func (o *Observation) SourceFileShort() string {
	parts := strings.Split(o.OriginSourceFile, "/")
	if len(parts) <= 2 {
		return o.OriginSourceFile
	}
	return parts[0] + "/.../" + parts[len(parts)-1]
}

// SourceFileURL is the link to the place in the source, "" if there is none: the report's own, or one below the product's repository
// prefix. Links of other schemes than http and https are ignored: reports come from anywhere, and people click on them.
func (o *Observation) SourceFileURL(repositoryPrefix, branch string) string {
	if isWebLink(o.OriginSourceFileLink) {
		return o.OriginSourceFileLink
	}
	if repositoryPrefix == "" || o.OriginSourceFile == "" {
		return ""
	}
	u, err := url.Parse(repositoryPrefix)
	if err != nil {
		return ""
	}
	prefix := strings.TrimSuffix(repositoryPrefix, "/")
	start, end := line(o.OriginSourceLineStart), line(o.OriginSourceLineEnd)
	if u.Hostname() == "dev.azure.com" {
		return prefix + azureQuery(o.OriginSourceFile, branch, start, end)
	}
	var b strings.Builder
	b.WriteString(prefix)
	if branch != "" {
		b.WriteString("/" + escapePath(branch))
	}
	b.WriteString("/" + escapePath(o.OriginSourceFile))
	if start != 0 {
		fmt.Fprintf(&b, "#L%d", start)
		if end != 0 && end != start {
			fmt.Fprintf(&b, "-L%d", end)
		}
	}
	return b.String()
}

func isWebLink(link string) bool {
	u, err := url.Parse(link)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https")
}

func azureQuery(file, branch string, start, end int) string {
	query := "?path=" + strings.NewReplacer("%2F", "/", "+", "%20").Replace(url.QueryEscape(file))
	if branch != "" {
		query += "&version=GB" + url.QueryEscape(branch)
	}
	if start != 0 {
		if end == 0 {
			end = start
		}
		query += fmt.Sprintf("&line=%d&lineStartColumn=1&lineEndColumn=1&lineEnd=%d", start, end+1)
	}
	return query
}

func line(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// CloudResourceURL is the link to a repository or organisation at GitHub, "" for other resources.
func (o *Observation) CloudResourceURL() string {
	project, resource := o.OriginCloudAccountSubscriptionProject, o.OriginCloudResource
	if !strings.EqualFold(o.OriginCloudProvider, "github") || project == "" || resource == "" {
		return ""
	}
	kind := strings.ToLower(o.OriginCloudResourceType)
	if strings.Contains(kind, "repository") {
		return "https://github.com/" + escapePath(project) + "/" + escapePath(resource)
	}
	if strings.Contains(kind, "organization") {
		return "https://github.com/" + escapePath(resource)
	}
	return ""
}

// IssueURL is the link to the observation's issue in the product's issue tracker, "" if there is none.
func (p *Product) IssueURL(issue string) string {
	if issue == "" {
		return ""
	}
	switch p.IssueTrackerType {
	case TrackerGitHub:
		return "https://github.com/" + p.IssueTrackerProjectID + "/issues/" + issue
	case TrackerGitLab:
		return strings.TrimSuffix(p.IssueTrackerBaseURL, "/") + "/" + p.IssueTrackerProjectID + "/-/issues/" + issue
	case TrackerJira:
		return p.IssueTrackerBaseURL + "/browse/" + issue
	default:
		return ""
	}
}

// LastSeen is when an import last saw the observation: while it is part of the report, the moment is kept with its vulnerability check, whose
// last import of observations is given.
func (o *Observation) LastSeen(check Time) Time {
	if o.VulnerabilityCheck == 0 || o.ParserStatus == StatusResolved {
		return o.ImportLastSeen
	}
	return max(o.ImportLastSeen, check)
}
