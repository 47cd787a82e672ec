package importer

import (
	"github.com/RoaringBitmap/roaring/v2"

	"secobserve/db"
	"secobserve/model"
)

// origin is what makes findings of different scanners the same one (import.md §3.6); product, branch and service are equal anyway.
type origin struct {
	Title            string `cbor:"title"`
	Component        string `cbor:"origin_component_name_version"`
	DockerImage      string `cbor:"origin_docker_image_name_tag"`
	Endpoint         string `cbor:"origin_endpoint_url"`
	SourceFile       string `cbor:"origin_source_file"`
	SourceLineStart  int    `cbor:"origin_source_line_start"`
	SourceLineEnd    int    `cbor:"origin_source_line_end"`
	CloudResource    string `cbor:"origin_cloud_qualified_resource"`
	KubernetesObject string `cbor:"origin_kubernetes_qualified_resource"`
}

// crossScanner knows which scanners have found what in the same product, branch and service.
type crossScanner struct {
	scanners map[origin][]string
}

type scannedOrigin struct {
	origin
	Scanner       string       `cbor:"scanner"`
	CurrentStatus model.Status `cbor:"current_status"`
}

func loadCrossScanner(tx *db.Tx, product, branch, service model.ID) (*crossScanner, error) {
	ids := roaring.And(db.Observations.Referring(tx, "product", product), db.Observations.Referring(tx, "branch", branch))
	ids.And(db.Observations.Referring(tx, "origin_service", service))
	c := &crossScanner{scanners: make(map[origin][]string)}
	for row, err := range db.Project[scannedOrigin](tx, db.Observations, ids) {
		if err != nil {
			return nil, err
		}
		if row.CurrentStatus != model.StatusResolved {
			c.scanners[row.origin] = append(c.scanners[row.origin], model.ScannerName(row.Scanner))
		}
	}
	return c, nil
}

// has tells whether another scanner has found the same.
func (c *crossScanner) has(o *model.Observation) bool {
	if c == nil {
		return false
	}
	name := model.ScannerName(o.Scanner)
	for _, other := range c.scanners[originOf(o)] {
		if other != name {
			return true
		}
	}
	return false
}

func originOf(o *model.Observation) origin {
	return origin{
		Title: o.Title, Component: o.OriginComponentNameVersion, DockerImage: o.OriginDockerImageNameTag, Endpoint: o.OriginEndpointURL,
		SourceFile: o.OriginSourceFile, SourceLineStart: orZero(o.OriginSourceLineStart), SourceLineEnd: orZero(o.OriginSourceLineEnd),
		CloudResource: o.OriginCloudQualifiedResource, KubernetesObject: o.OriginKubernetesQualifiedResource,
	}
}

func orZero(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}
