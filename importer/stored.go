package importer

import (
	"cmp"
	"encoding/hex"
	"maps"
	"slices"

	"secobserve/db"
	"secobserve/model"
)

// identity and fingerprint are digests: of a finding's title and origins, and of everything that a report said about it.
type (
	identity    [32]byte
	fingerprint [16]byte
)

// known is what an import must know of a stored observation to leave it alone.
type known struct {
	ID            model.ID     `cbor:"id"`
	IdentityHash  string       `cbor:"identity_hash"`
	Fingerprint   []byte       `cbor:"report_fingerprint"`
	ParserStatus  model.Status `cbor:"parser_status"`
	CurrentStatus model.Status `cbor:"current_status"`

	seen bool // part of the report
}

// stored holds the observations of a vulnerability check before the import. Of several with the same identity the last one takes part.
type stored struct {
	byIdentity    map[identity]*known
	byFingerprint map[fingerprint]*known // only those that an equal finding leaves as they are
}

func loadStored(tx *db.Tx, check *model.VulnerabilityCheck) (stored, error) {
	ids := db.Observations.Referring(tx, "vulnerability_check", check.ID)
	s := stored{
		byIdentity:    make(map[identity]*known, ids.GetCardinality()),
		byFingerprint: make(map[fingerprint]*known, ids.GetCardinality()),
	}
	for k, err := range db.Project[known](tx, db.Observations, ids) {
		if err != nil {
			return s, err
		}
		s.byIdentity[identityOf(k.IdentityHash)] = k
	}
	for _, k := range s.byIdentity {
		if len(k.Fingerprint) == len(fingerprint{}) && k.ParserStatus != model.StatusResolved {
			s.byFingerprint[fingerprint(k.Fingerprint)] = k
		}
	}
	return s, nil
}

func identityOf(hash string) identity {
	var id identity
	_, _ = hex.Decode(id[:], []byte(hash)) // always the hash that Observation.Hash made
	return id
}

// inOrder lists the observations by id, so that an import writes its rows in the same order every time.
func (s *stored) inOrder() []*known {
	return slices.SortedFunc(maps.Values(s.byIdentity), func(a, b *known) int { return cmp.Compare(a.ID, b.ID) })
}
