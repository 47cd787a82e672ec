/** Address of a license policy. */
export const licensePolicyLink = (id: number | string): string => `/license_policies/${id}/show`;

/** Address of the list of license policies. */
export const LICENSE_POLICIES = "/license/license_policies";
