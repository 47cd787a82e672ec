// Package ocsf reads lists of events of the Open Cybersecurity Schema Framework, of which it takes the detection findings, class 2004
// (parsers.md §11). Prowler writes them from version 4.5 on; files of older 4.x versions differ and are refused.
package ocsf

import (
	"iter"
	"strings"

	"golang.org/x/mod/semver"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

const name = "OCSF (Open Cybersecurity Schema Framework)"

// Parser reads OCSF detection findings.
type Parser struct{}

// Info describes the parser (import.md §8).
func (Parser) Info() model.Parser {
	return model.Parser{Name: name, Type: model.ParserInfrastructure, Source: model.SourceFile, ModuleName: "ocsf", ClassName: "OCSFParser"}
}

// oldestProwler is the oldest version of Prowler whose files are read.
const oldestProwler = "v4.5.0"

// Accepts takes lists whose first entry has a class, unless an old version of Prowler wrote them.
func (Parser) Accepts(doc *parsers.Document) bool {
	return !doc.Entry("class_uid").Empty() && !fromOldProwler(doc)
}

// Refuses names the version of Prowler that is too old.
func (Parser) Refuses(doc *parsers.Document) string {
	if doc.Entry("class_uid").Empty() || !fromOldProwler(doc) {
		return ""
	}
	return "files of Prowler " + doc.Entry("metadata").Get("product", "version").Text() + " are not read, only those of 4.5.0 and newer"
}

func fromOldProwler(doc *parsers.Document) bool {
	product := doc.Entry("metadata").Get("product")
	if !product.Get("name").Is("Prowler") {
		return false
	}
	version := "v" + product.Get("version").Text()
	return !semver.IsValid(version) || semver.Compare(version, oldestProwler) < 0
}

// Parse reads the detection findings that are new or in progress.
func (Parser) Parse(doc *parsers.Document) (*parsers.Report, error) {
	report := &parsers.Report{Scanner: name, Findings: findings(doc.JSON)}
	for first := range report.Findings {
		report.Scanner = parsers.First(first.Observation.Scanner, name)
		break
	}
	return report, nil
}

func findings(list rawjson.Value) iter.Seq[*parsers.Finding] {
	return func(yield func(*parsers.Finding) bool) {
		others, untitled := 0, 0
		for raw := range list.Elements() {
			e := newEvent(raw)
			switch {
			case e.class != detectionFinding:
				others++
			case !e.open():
			case e.info.Get("title").Text() == "":
				untitled++
			case !e.yield(yield):
				return
			}
		}
		parsers.LogSkipped(name, "events that are no detection findings", others)
		parsers.LogSkipped(name, "detection findings without title", untitled)
	}
}

// event is what is used of an event (OCSF 1.5, detection_finding).
type event struct {
	raw                              rawjson.Value
	class, activity, status          int
	statusCode                       string
	info, cloud, metadata, resources rawjson.Value
}

// The numbers of the schema that are used.
const (
	detectionFinding                 = 2004
	statusNew, statusInProgress      = 1, 2
	activityCreate, activityUpdate   = 1, 2
	informational, fatal             = "Informational", "Fatal"
	prowlerKubernetes, prowlerGitHub = "prowler-kubernetes", "prowler-github"
)

func newEvent(raw rawjson.Value) *event {
	e := &event{raw: raw}
	number := func(v rawjson.Value) int {
		if n := v.Int(); n != nil {
			return *n
		}
		return 0
	}
	for key, value := range raw.Members() {
		switch string(key) {
		case "class_uid":
			e.class = number(value)
		case "activity_id":
			e.activity = number(value)
		case "status_id":
			e.status = number(value)
		case "status_code":
			e.statusCode = value.Text()
		case "finding_info":
			e.info = value
		case "cloud":
			e.cloud = value
		case "metadata":
			e.metadata = value
		case "resources":
			e.resources = value
		}
	}
	return e
}

// open tells whether the event reports a problem that somebody has to look at.
func (e *event) open() bool {
	switch e.statusCode {
	case "PASS", "MANUAL", "MUTED":
		return false
	}
	return (e.status == statusNew || e.status == statusInProgress) && (e.activity == activityCreate || e.activity == activityUpdate)
}

// yield yields a finding for each resource, or one without origin if there are no resources.
func (e *event) yield(yield func(*parsers.Finding) bool) bool {
	shared := e.finding()
	located := false
	for resource := range e.resources.Elements() {
		if resource.Kind() != rawjson.Object {
			continue
		}
		located = true
		f := *shared
		e.locate(&f.Observation, resource)
		if !yield(&f) {
			return false
		}
	}
	return located || yield(shared)
}

// locate sets the origin. A resource that is neither in Kubernetes nor in a cloud has none that could be told.
func (e *event) locate(o *model.Observation, resource rawjson.Value) {
	uid := e.info.Get("uid").Text()
	name, kind := resource.Get("name").Text(), resource.Get("type").Text()
	if strings.HasPrefix(uid, prowlerKubernetes) {
		o.OriginKubernetesNamespace, o.OriginKubernetesResourceType, o.OriginKubernetesResourceName = namespace(resource), kind, name
		return
	}
	if e.cloud.Kind() != rawjson.Object {
		return
	}
	o.OriginCloudProvider = provider(e.cloud.Get("provider").Text())
	o.OriginCloudAccountSubscriptionProject = e.cloud.Get("account", "name").Text()
	if region := e.cloud.Get("region").Text(); region != "" && strings.HasPrefix(uid, prowlerGitHub) {
		o.OriginCloudAccountSubscriptionProject = region
	}
	if kind == "NotDefined" {
		kind = parsers.Capitalize(resource.Get("group", "name").Text())
	}
	o.OriginCloudResource, o.OriginCloudResourceType = name, kind
}

// namespace is the Kubernetes namespace of a resource, which Prowler writes as region ("namespace: default").
func namespace(resource rawjson.Value) string {
	if namespace := resource.Get("namespace").Text(); namespace != "" {
		return namespace
	}
	_, rest, _ := strings.Cut(resource.Get("region").Text(), ":")
	rest, _, _ = strings.Cut(rest, ":")
	return strings.TrimSpace(rest)
}

// providers are the names of clouds that are not written like other words.
var providers = map[string]string{"github": "GitHub", "aws": "AWS"}

func provider(s string) string {
	if name, ok := providers[strings.ToLower(s)]; ok {
		return name
	}
	return parsers.Capitalize(s)
}
