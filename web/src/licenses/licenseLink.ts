/** Address of a license of the catalogue. */
export const licenseLink = (id: number | string): string => `/licenses/${id}/show`;
