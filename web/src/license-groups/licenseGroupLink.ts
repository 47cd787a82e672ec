/** Address of a license group. */
export const licenseGroupLink = (id: number | string): string => `/license_groups/${id}/show`;

/** Address of the list of license groups. */
export const LICENSE_GROUPS = "/license/license_groups";
