package model

// ImportKind tells what an import was for.
type ImportKind string

// The kinds of imports.
const (
	ImportObservations ImportKind = "Observations"
	ImportSBOM         ImportKind = "SBOM"
)

// ImportKinds lists all kinds of imports.
var ImportKinds = []ImportKind{ImportObservations, ImportSBOM}

// ImportOutcome tells how an import ended.
type ImportOutcome string

// The outcomes of an import.
const (
	ImportSucceeded ImportOutcome = "Success"
	ImportFailed    ImportOutcome = "Failure"
)

// ImportOutcomes lists all outcomes.
var ImportOutcomes = []ImportOutcome{ImportSucceeded, ImportFailed}

// ImportRun is what one import did. It is history: nothing else depends on it.
type ImportRun struct {
	ID                 ID `cbor:"id,omitempty"`
	Product            ID `cbor:"product,omitempty"`
	Branch             ID `cbor:"branch,omitempty"`
	Service            ID `cbor:"service,omitempty"`
	VulnerabilityCheck ID `cbor:"vulnerability_check,omitempty"`
	// BranchName and ServiceName are as the request gave them: a failed import has created neither.
	BranchName           string `cbor:"branch_name,omitempty"`
	ServiceName          string `cbor:"service_name,omitempty"`
	Filename             string `cbor:"filename,omitempty"`
	APIConfigurationName string `cbor:"api_configuration_name,omitempty"`

	Kind    ImportKind    `cbor:"kind,omitempty"`
	Outcome ImportOutcome `cbor:"outcome,omitempty"`
	// Message says why the import failed, in the words that the client was told.
	Message string `cbor:"message,omitempty"`

	// User is who imported, 0 after the user was deleted; Username stays.
	User     ID     `cbor:"user,omitempty"`
	Username string `cbor:"username,omitempty"`

	Started Time `cbor:"started,omitempty"`
	// Duration is in milliseconds, from the request until the data were ready to be committed.
	Duration int64 `cbor:"duration,omitempty"`
	// Size is that of the file in bytes, not compressed.
	Size int64 `cbor:"size,omitempty"`

	Parser  ID     `cbor:"parser,omitempty"`
	Scanner string `cbor:"scanner,omitempty"`

	// The numbers of observations and license components are nil for an import that had nothing to do with them.
	ObservationsNew      *int `cbor:"observations_new,omitempty"`
	ObservationsUpdated  *int `cbor:"observations_updated,omitempty"`
	ObservationsResolved *int `cbor:"observations_resolved,omitempty"`
	ObservationsReopened *int `cbor:"observations_reopened,omitempty"`
	LicensesNew          *int `cbor:"license_components_new,omitempty"`
	LicensesUpdated      *int `cbor:"license_components_updated,omitempty"`
	LicensesDeleted      *int `cbor:"license_components_deleted,omitempty"`
}
