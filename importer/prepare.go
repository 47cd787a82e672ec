package importer

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"math"

	"secobserve/model"
	"secobserve/parsers"
)

// algorithm is part of every fingerprint: raised when a parser or the normalisation changes what it makes of the same report, so that the next
// import writes the rows anew.
const algorithm = 1

// prepared is a finding on its way from the report to the rows.
type prepared struct {
	unchanged   *known // the stored observation that says the same; the other fields are empty then
	observation model.Observation
	delivered   model.Status // parser status that the report gives, "" for none
	references  []string
	evidences   []parsers.Evidence
}

// batchSize findings are handed over at a time.
const batchSize = 128

// prepareAll normalises and hashes the findings of the report in their order and sends them in batches, beside the transaction that stores
// them; it ends early when stop is closed.
func (r *run) prepareAll(serviceName string, out chan<- []prepared, stop <-chan struct{}) {
	defer close(out)
	digest := newDigester(&r.Request)
	batch := make([]prepared, 0, batchSize)
	send := func() bool {
		select {
		case out <- batch:
			batch = make([]prepared, 0, batchSize)
			return true
		case <-stop:
			return false
		}
	}
	for finding := range r.Report.Findings {
		batch = append(batch, r.prepareOne(finding, digest, serviceName))
		if len(batch) == batchSize && !send() {
			return
		}
	}
	if len(batch) > 0 {
		send()
	}
}

func (r *run) prepareOne(f *parsers.Finding, digest *digester, serviceName string) prepared {
	f.Observation.Bound()
	sum := digest.finding(f)
	if k := r.stored.byFingerprint[sum]; k != nil {
		return prepared{unchanged: k}
	}
	p := prepared{observation: f.Observation, delivered: f.Observation.ParserStatus, references: f.References, evidences: f.Evidences}
	o := &p.observation
	o.ReportFingerprint = sum[:]
	o.Product, o.Branch, o.OriginService = r.Product.ID, r.Branch, r.Service
	o.Parser, o.VulnerabilityCheck = r.Parser.ID, r.check.ID
	o.UploadFilename, o.APIConfigurationName = r.Filename, r.APIConfigurationName
	o.ImportLastSeen = r.Now
	if o.Scanner == "" {
		o.Scanner = r.Parser.Name
	}
	override(&o.OriginDockerImageNameTag, r.DockerImageNameTag)
	override(&o.OriginEndpointURL, r.EndpointURL)
	override(&o.OriginKubernetesCluster, r.KubernetesCluster)
	o.Normalise()
	o.Clip()
	o.IdentityHash = o.Hash(serviceName)
	return p
}

func override(field *string, value string) {
	if value != "" {
		*field = value
	}
}

// digester computes fingerprints of findings as they stand in the report, with all that the request adds to them.
type digester struct {
	request []byte
	buf     []byte
	hash    hash.Hash
}

func newDigester(r *Request) *digester {
	d := &digester{hash: sha256.New()}
	d.buf = binary.AppendUvarint(d.buf, algorithm)
	d.buf = binary.AppendUvarint(d.buf, uint64(r.Parser.ID))
	for _, s := range []string{r.DockerImageNameTag, r.EndpointURL, r.KubernetesCluster} {
		d.text(s)
	}
	d.request, d.buf = d.buf, nil
	return d
}

func (d *digester) finding(f *parsers.Finding) fingerprint {
	d.buf = append(d.buf[:0], d.request...)
	d.observation(&f.Observation)
	for _, url := range f.References {
		d.text(url)
	}
	d.text("")
	for _, e := range f.Evidences {
		d.text(e.Name)
		sum := e.Text.Sum()
		d.buf = append(d.buf, sum[:]...)
	}
	d.hash.Reset()
	d.hash.Write(d.buf)
	var full [sha256.Size]byte
	d.hash.Sum(full[:0])
	return fingerprint(full[:16])
}

// observation adds every field that a parser may deliver.
func (d *digester) observation(o *model.Observation) {
	for _, s := range [...]string{
		o.Title, o.Description, o.Recommendation, string(o.ParserSeverity), string(o.ParserStatus), string(o.ParserVexJustification),
		o.ScannerObservationID, o.VulnerabilityID, o.VulnerabilityIDAliases,
		o.OriginComponentName, o.OriginComponentVersion, o.OriginComponentNameVersion, string(o.OriginComponentType),
		o.OriginComponentPURL, o.OriginComponentCPE, o.OriginComponentDependencies, o.OriginComponentCycloneDXBOMLink,
		o.OriginDockerImageName, o.OriginDockerImageTag, o.OriginDockerImageNameTag, o.OriginDockerImageDigest,
		o.OriginEndpointURL, o.OriginEndpointScheme, o.OriginEndpointHostname, o.OriginEndpointPath, o.OriginEndpointParams,
		o.OriginEndpointQuery, o.OriginEndpointFragment, o.OriginSourceFile, o.OriginSourceFileLink,
		o.OriginCloudProvider, o.OriginCloudAccountSubscriptionProject, o.OriginCloudResource, o.OriginCloudResourceType,
		o.OriginKubernetesCluster, o.OriginKubernetesNamespace, o.OriginKubernetesResourceType, o.OriginKubernetesResourceName,
		o.CVSS3Vector, o.CVSS4Vector, string(o.Found), o.Scanner,
	} {
		d.text(s)
	}
	for _, n := range [...]*int{o.OriginEndpointPort, o.OriginSourceLineStart, o.OriginSourceLineEnd, o.CWE, o.UpdateImpactScore} {
		d.number(n)
	}
	for _, x := range [...]*float64{o.CVSS3Score, o.CVSS4Score} {
		if x == nil {
			d.buf = append(d.buf, 0)
			continue
		}
		d.buf = binary.BigEndian.AppendUint64(append(d.buf, 1), math.Float64bits(*x))
	}
	if o.FixAvailable != nil {
		d.buf = append(d.buf, 1)
	}
}

// text adds a text so that different sequences of texts never look alike.
func (d *digester) text(s string) {
	d.buf = binary.AppendUvarint(d.buf, uint64(len(s)))
	d.buf = append(d.buf, s...)
}

func (d *digester) number(n *int) {
	if n == nil {
		d.buf = append(d.buf, 0)
		return
	}
	d.buf = binary.AppendVarint(append(d.buf, 1), int64(*n))
}
