package trivy

import (
	"strings"

	"secobserve/model"
	"secobserve/parsers"
	"secobserve/parsers/rawjson"
)

// target is one result: what was looked at, and the lists of what was found there.
type target struct {
	place                                       model.Observation
	name, class, kind                           string
	vulnerabilities, misconfigurations, secrets rawjson.Value
}

func readResult(result rawjson.Value, place model.Observation) *target {
	r := &target{place: place}
	for member, value := range result.Members() {
		switch string(member) {
		case "Target":
			r.name = value.Text()
		case "Class":
			r.class = value.Text()
		case "Type":
			r.kind = value.Text()
		case "Vulnerabilities":
			r.vulnerabilities = value
		case "Misconfigurations":
			r.misconfigurations = value
		case "Secrets":
			r.secrets = value
		}
	}
	if r.class == "os-pkgs" && place.OriginKubernetesResourceName != "" {
		r.place.OriginDockerImageName, _, _ = strings.Cut(r.name, " (") // "image:tag (debian 12.1)"
	}
	return r
}

// collective are targets that stand for all packages of a kind; they are no files.
var collective = map[string]bool{"Java": true, "Node.js": true, "Python": true, "Ruby": true, "PHP": true, "Conda": true, "Kubernetes": true}

// file is the file that a package without a path of its own was found in; "" for packages of the operating system.
func (r *target) file() string {
	if r.class == "os-pkgs" || collective[r.name] || osTypes[r.kind] {
		return ""
	}
	return r.name
}

// artifactOrigin is what was scanned: an image, or files.
func artifactOrigin(doc *parsers.Document) model.Observation {
	var o model.Observation
	if doc.Member("ArtifactType").Text() != "container_image" {
		return o
	}
	o.OriginDockerImageName = doc.Member("ArtifactName").Text()
	if _, digest, ok := strings.Cut(doc.Member("Metadata").Get("RepoDigests").First().Text(), "@"); ok {
		o.OriginDockerImageDigest = digest
	}
	return o
}

// workloadOrigin is the object of a cluster that was scanned.
func workloadOrigin(cluster string, workload rawjson.Value) model.Observation {
	return model.Observation{
		OriginKubernetesCluster:      cluster,
		OriginKubernetesNamespace:    workload.Get("Namespace").Text(),
		OriginKubernetesResourceType: workload.Get("Kind").Text(),
		OriginKubernetesResourceName: workload.Get("Name").Text(),
	}
}
