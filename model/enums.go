package model

// Severity of an observation (core-products.md §1.4).
type Severity string

// The severities, worst last.
const (
	SeverityUnknown  Severity = "Unknown"
	SeverityNone     Severity = "None"
	SeverityLow      Severity = "Low"
	SeverityMedium   Severity = "Medium"
	SeverityHigh     Severity = "High"
	SeverityCritical Severity = "Critical"
)

// Severities lists all severities in the order of the API's enumeration.
var Severities = []Severity{SeverityUnknown, SeverityNone, SeverityLow, SeverityMedium, SeverityHigh, SeverityCritical}

// RankedSeverities lists all severities by rank, worst first; the rank of an element is its index plus one.
var RankedSeverities = []Severity{SeverityCritical, SeverityHigh, SeverityMedium, SeverityLow, SeverityNone, SeverityUnknown}

// Rank is the numerical severity: Critical 1 … Unknown 6 (core-observations.md §1). Texts that are no severity rank as Unknown.
func (s Severity) Rank() int {
	for i, v := range RankedSeverities {
		if v == s {
			return i + 1
		}
	}
	return len(RankedSeverities)
}

// Valid tells whether s is one of the severities.
func (s Severity) Valid() bool {
	for _, v := range Severities {
		if v == s {
			return true
		}
	}
	return false
}

// Status of an observation (core-products.md §1.4).
type Status string

// The statuses of an observation.
const (
	StatusOpen          Status = "Open"
	StatusAffected      Status = "Affected"
	StatusResolved      Status = "Resolved"
	StatusDuplicate     Status = "Duplicate"
	StatusFalsePositive Status = "False positive"
	StatusInReview      Status = "In review"
	StatusNotAffected   Status = "Not affected"
	StatusNotSecurity   Status = "Not security"
	StatusRiskAccepted  Status = "Risk accepted"
)

// Statuses lists all statuses in the order of the API's enumeration.
var Statuses = []Status{StatusOpen, StatusAffected, StatusResolved, StatusDuplicate, StatusFalsePositive, StatusInReview,
	StatusNotAffected, StatusNotSecurity, StatusRiskAccepted}

// ActiveStatuses are those that count for gates and metrics.
var ActiveStatuses = []Status{StatusOpen, StatusAffected, StatusInReview}

// Active tells whether the status counts for gates and metrics.
func (s Status) Active() bool {
	return s == StatusOpen || s == StatusAffected || s == StatusInReview
}

// Valid tells whether s is one of the statuses.
func (s Status) Valid() bool {
	for _, v := range Statuses {
		if v == s {
			return true
		}
	}
	return false
}

// VexJustification says why a product is not affected, in CSAF/OpenVEX or CycloneDX style (core-observations.md §1).
type VexJustification string

// The justifications of CSAF and OpenVEX, then those of CycloneDX.
const (
	VexComponentNotPresent                     VexJustification = "component_not_present"
	VexVulnerableCodeNotPresent                VexJustification = "vulnerable_code_not_present"
	VexVulnerableCodeNotControllableByAttacker VexJustification = "vulnerable_code_cannot_be_controlled_by_adversary"
	VexVulnerableCodeNotInExecutePath          VexJustification = "vulnerable_code_not_in_execute_path"
	VexInlineMitigationsAlreadyExist           VexJustification = "inline_mitigations_already_exist"

	VexCodeNotPresent               VexJustification = "code_not_present"
	VexCodeNotReachable             VexJustification = "code_not_reachable"
	VexRequiresConfiguration        VexJustification = "requires_configuration"
	VexRequiresDependency           VexJustification = "requires_dependency"
	VexRequiresEnvironment          VexJustification = "requires_environment"
	VexProtectedByCompiler          VexJustification = "protected_by_compiler"
	VexProtectedAtRuntime           VexJustification = "protected_at_runtime"
	VexProtectedAtPerimeter         VexJustification = "protected_at_perimeter"
	VexProtectedByMitigatingControl VexJustification = "protected_by_mitigating_control"
)

// VexJustifications lists all justifications of both styles.
var VexJustifications = []VexJustification{
	VexComponentNotPresent, VexVulnerableCodeNotPresent, VexVulnerableCodeNotControllableByAttacker, VexVulnerableCodeNotInExecutePath,
	VexInlineMitigationsAlreadyExist, VexCodeNotPresent, VexCodeNotReachable, VexRequiresConfiguration, VexRequiresDependency,
	VexRequiresEnvironment, VexProtectedByCompiler, VexProtectedAtRuntime, VexProtectedAtPerimeter, VexProtectedByMitigatingControl,
}

// ComponentType is the kind of a software component (core-observations.md §1).
type ComponentType string

// The component types.
const (
	ComponentApplication          ComponentType = "Application"
	ComponentFramework            ComponentType = "Framework"
	ComponentLibrary              ComponentType = "Library"
	ComponentContainer            ComponentType = "Container"
	ComponentPlatform             ComponentType = "Platform"
	ComponentOperatingSystem      ComponentType = "Operating system"
	ComponentDevice               ComponentType = "Device"
	ComponentDeviceDriver         ComponentType = "Device driver"
	ComponentFirmware             ComponentType = "Firmware"
	ComponentFile                 ComponentType = "File"
	ComponentMachineLearningModel ComponentType = "Machine learning model"
	ComponentData                 ComponentType = "Data"
	ComponentCryptographicAsset   ComponentType = "Cryptographic asset"
)

// ComponentTypes lists all component types.
var ComponentTypes = []ComponentType{ComponentApplication, ComponentFramework, ComponentLibrary, ComponentContainer, ComponentPlatform,
	ComponentOperatingSystem, ComponentDevice, ComponentDeviceDriver, ComponentFirmware, ComponentFile, ComponentMachineLearningModel,
	ComponentData, ComponentCryptographicAsset}

// AssessmentStatus is the approval state of an observation log (core-observations.md §1).
type AssessmentStatus string

// The approval states of an observation log.
const (
	AssessmentApproved      AssessmentStatus = "Approved"
	AssessmentNeedsApproval AssessmentStatus = "Needs approval"
	AssessmentRejected      AssessmentStatus = "Rejected"
	AssessmentAutoApproved  AssessmentStatus = "Auto approved"
	AssessmentRemoved       AssessmentStatus = "Removed"
)

// AssessmentStatuses lists all approval states.
var AssessmentStatuses = []AssessmentStatus{AssessmentApproved, AssessmentNeedsApproval, AssessmentRejected, AssessmentAutoApproved, AssessmentRemoved}

// ParserType is the kind of scanner a parser reads (core-observations.md §1).
type ParserType string

// The parser types.
const (
	ParserSCA            ParserType = "SCA"
	ParserSAST           ParserType = "SAST"
	ParserDAST           ParserType = "DAST"
	ParserIAST           ParserType = "IAST"
	ParserSecrets        ParserType = "Secrets"
	ParserInfrastructure ParserType = "Infrastructure"
	ParserOther          ParserType = "Other"
	ParserManual         ParserType = "Manual"
)

// ParserTypes lists all parser types.
var ParserTypes = []ParserType{ParserSCA, ParserSAST, ParserDAST, ParserIAST, ParserSecrets, ParserInfrastructure, ParserOther, ParserManual}

// ParserSource says where a parser's data come from (import.md §8).
type ParserSource string

// The parser sources.
const (
	SourceAPI     ParserSource = "API"
	SourceFile    ParserSource = "File"
	SourceManual  ParserSource = "Manual"
	SourceOther   ParserSource = "Other"
	SourceUnknown ParserSource = "Unknown"
)

// ParserSources lists all parser sources.
var ParserSources = []ParserSource{SourceAPI, SourceFile, SourceManual, SourceOther, SourceUnknown}

// IssueTrackerType is the kind of a product's issue tracker (core-products.md §1.4).
type IssueTrackerType string

// The issue tracker types.
const (
	TrackerGitHub IssueTrackerType = "GitHub"
	TrackerGitLab IssueTrackerType = "GitLab"
	TrackerJira   IssueTrackerType = "Jira"
)

// IssueTrackerTypes lists all issue tracker types.
var IssueTrackerTypes = []IssueTrackerType{TrackerGitHub, TrackerGitLab, TrackerJira}

// OSVLinuxDistribution names a Linux distribution as the OSV database does (core-products.md §1.4).
type OSVLinuxDistribution string

// The distributions that the OSV database knows.
const (
	OSVAlmaLinux  OSVLinuxDistribution = "AlmaLinux"
	OSVAlpine     OSVLinuxDistribution = "Alpine"
	OSVChainguard OSVLinuxDistribution = "Chainguard"
	OSVDebian     OSVLinuxDistribution = "Debian"
	OSVMageia     OSVLinuxDistribution = "Mageia"
	OSVOpenSUSE   OSVLinuxDistribution = "openSUSE"
	OSVPhotonOS   OSVLinuxDistribution = "Photon OS"
	OSVRedHat     OSVLinuxDistribution = "Red Hat"
	OSVRockyLinux OSVLinuxDistribution = "Rocky Linux"
	OSVSUSE       OSVLinuxDistribution = "SUSE"
	OSVUbuntu     OSVLinuxDistribution = "Ubuntu"
	OSVWolfi      OSVLinuxDistribution = "Wolfi"
)

// OSVLinuxDistributions lists all distributions.
var OSVLinuxDistributions = []OSVLinuxDistribution{OSVAlmaLinux, OSVAlpine, OSVChainguard, OSVDebian, OSVMageia, OSVOpenSUSE, OSVPhotonOS,
	OSVRedHat, OSVRockyLinux, OSVSUSE, OSVUbuntu, OSVWolfi}

// Role of a member on a product (access.md §7.1).
type Role int

// The roles.
const (
	RoleReader     Role = 1
	RoleUpload     Role = 2
	RoleWriter     Role = 3
	RoleMaintainer Role = 4
	RoleOwner      Role = 5
)

// DuplicateType is what makes an observation a potential duplicate of another one (core-observations.md §12.1).
type DuplicateType string

// The types of potential duplicates.
const (
	DuplicateComponent DuplicateType = "Component" // the same title, both of a component
	DuplicateSource    DuplicateType = "Source"    // the same place in the source, found by different scanners
)

// roleNames are the names of the roles, by number; there is no role 0.
var roleNames = [...]string{"", "Reader", "Upload", "Writer", "Maintainer", "Owner"}

// String is the name of the role, "" for a number that is no role.
func (r Role) String() string {
	if r < RoleReader || r > RoleOwner {
		return ""
	}
	return roleNames[r]
}
