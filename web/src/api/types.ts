import type { components } from "./schema";

type Schemas = components["schemas"];

export type ApiToken = Schemas["APIToken"];
export type ApiTokenCreated = Schemas["APITokenCreateResponse"];
export type AuthenticationResponse = Schemas["AuthenticationResponse"];
export type AuthorizationGroup = Schemas["AuthorizationGroup"];
export type AuthorizationGroupMember = Schemas["AuthorizationGroupMember"];
export type AuditLog = Schemas["AuditLog"];
export type Branch = Schemas["Branch"];
export type BranchName = Pick<Schemas["BranchName"], "id" | "name">;
export type Component = Schemas["Component"];
export type Count = Schemas["Count"];
export type Evidence = Schemas["Evidence"];
export type ImportResult = Partial<Schemas["FileImportObservationsResponse"]>;
export type ImportRun = Schemas["ImportRun"];
export type ConcludedLicense = Schemas["ConcludedLicense"];
export type ConcludedLicenseListItem = Schemas["ConcludedLicenseList"];
export type EvaluationReason = Schemas["EvaluationReason"];
export type License = Schemas["License"];
/** The contract demands few of its attributes; the server sends all. */
export type LicenseComponent = Required<Schemas["LicenseComponent"]>;
export type LicenseComponentEvidence = Schemas["LicenseComponentEvidence"];
export type LicenseComponentListItem = Required<Schemas["LicenseComponentList"]>;
export type LicenseComponentOverview = Schemas["LicenseComponentOverview"];
export type LicenseGroup = Schemas["LicenseGroup"];
export type LicensePolicy = Schemas["LicensePolicy"];
export type LicensePolicyItem = Schemas["LicensePolicyItem"];
export type LicensePolicySimulation = Schemas["LicensePolicySimulation"];
export type Inbox = Schemas["Inbox"];
export type Notification = Required<Schemas["Notification"]>;
export type Observation = Schemas["Observation"];
export type ObservationListItem = Schemas["ObservationList"];
export type ObservationLog = Schemas["ObservationLog"];
export type ObservationLogListItem = Schemas["ObservationLogList"];
/** Another active observation that may be the same finding. */
export interface PotentialDuplicate {
  id: number;
  observation: number;
  potential_duplicate_observation: Schemas["ObservationLog"]["observation_data"];
  type: string;
}
export type Parser = Schemas["Parser"];
export type PeriodicTask = Schemas["PeriodicTask"];
export type Product = Schemas["Product"];
export type ProductListItem = Schemas["ProductList"];
export type ProductMetrics = Schemas["ProductMetrics"];
export type ProductMetricsStatus = Schemas["ProductMetricsStatus"];
export type ProductGroup = Schemas["ProductGroup"];
export type ProductMember = Schemas["ProductMember"];
export type ProductAuthorizationGroupMember = Schemas["ProductAuthorizationGroupMember"];
export type ProductApiToken = Schemas["ProductAPIToken"];
export type Service = Schemas["Service"];
export type Settings = Schemas["Settings"] & { feature_multiple_api_tokens?: boolean };
export type Severity = Schemas["Severity"];
export type Status = Schemas["Status"];
/** `GET /status/settings/`; callers without a session see `features` only. */
export type StatusSettings = Pick<Schemas["StatusSettings"], "features"> & Partial<Schemas["StatusSettings"]>;
export type User = Schemas["User"];
/** What callers that are not superusers see of other people. */
export type OtherUser = Pick<User, "id" | "username" | "full_name"> & Partial<User>;
export type Version = Schemas["Version"];
export type VulnerabilityCheck = Schemas["VulnerabilityCheck"];

/** The envelope of every list; `product_api_tokens` leaves `count` out. */
export interface Page<T> {
  count?: number;
  results: T[];
}
