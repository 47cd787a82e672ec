import type { components } from "./schema";

type Schemas = components["schemas"];

export type ApiToken = Schemas["ApiToken"];
export type ApiTokenCreated = Schemas["ApiTokenCreateResponse"];
export type AuthenticationResponse = Schemas["AuthenticationResponse"];
export type AuthorizationGroup = Schemas["AuthorizationGroup"];
export type AuthorizationGroupMember = Schemas["AuthorizationGroupMember"];
export type Branch = Schemas["Branch"];
export type Evidence = Schemas["Evidence"];
export type ImportResult = Partial<Schemas["FileImportObservationsResponse"]>;
export type Observation = Schemas["Observation"];
export type ObservationListItem = Schemas["ObservationList"];
export type ObservationLog = Schemas["ObservationLog"];
export type ObservationLogListItem = Schemas["ObservationLogList"];
export type PotentialDuplicate = Schemas["PotentialDuplicate"];
export type Product = Schemas["Product"];
export type ProductListItem = Schemas["ProductList"];
export type ProductGroup = Schemas["ProductGroup"];
export type ProductMember = Schemas["ProductMember"];
export type ProductAuthorizationGroupMember = Schemas["ProductAuthorizationGroupMember"];
export type ProductApiToken = Schemas["ProductApiToken"];
export type Service = Schemas["Service"];
export type Settings = Schemas["Settings"] & { feature_multiple_api_tokens?: boolean };
export type Severity = Schemas["SeverityEnum"];
export type Status = Schemas["Status82cEnum"];
/** `GET /status/settings/`; callers without a session see `features` only. */
export type StatusSettings = Pick<Schemas["StatusSettings"], "features"> & Partial<Schemas["StatusSettings"]>;
export type User = Schemas["User"];
/** What callers that are not superusers see of other people. */
export type OtherUser = Pick<User, "id" | "username" | "full_name"> & Partial<User>;
export type Version = Schemas["Version"];

/** The envelope of every list; `product_api_tokens` leaves `count` out. */
export interface Page<T> {
  count?: number;
  results: T[];
}
