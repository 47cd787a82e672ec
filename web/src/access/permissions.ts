/** Numbers of the rights that the API lists in `permissions`. */
export const Permission = {
  ProductGroupEdit: 1002,
  ProductGroupDelete: 1003,
  ProductGroupCreate: 1004,
  ProductEdit: 1102,
  ProductDelete: 1103,
  ProductCreate: 1104,
  ProductImport: 1105,
  MemberEdit: 1202,
  MemberDelete: 1203,
  MemberCreate: 1204,
  BranchEdit: 1402,
  BranchDelete: 1403,
  BranchCreate: 1404,
  ServiceEdit: 1502,
  ServiceDelete: 1503,
  ServiceCreate: 1504,
  GroupMemberEdit: 1602,
  GroupMemberDelete: 1603,
  GroupMemberCreate: 1604,
  ObservationEdit: 2002,
  ObservationDelete: 2003,
  ObservationCreate: 2004,
  ObservationAssess: 2005,
  AssessmentApprove: 2101,
  ProductTokenRevoke: 4003,
  ProductTokenCreate: 4004,
  LicenseComponentEdit: 6002,
  LicenseComponentDelete: 6003,
  ConcludedLicenseDelete: 7003,
} as const;

export type PermissionNumber = (typeof Permission)[keyof typeof Permission];

interface Permitted {
  permissions?: readonly number[] | null;
}

/** Whether a product, a group or a user carries a right. */
export function can(holder: Permitted | null | undefined, permission: PermissionNumber): boolean {
  return holder?.permissions?.includes(permission) ?? false;
}

/** The roles of members and tokens, by their number. */
export const ROLES = [
  { id: 1, name: "role.reader" },
  { id: 2, name: "role.upload" },
  { id: 3, name: "role.writer" },
  { id: 4, name: "role.maintainer" },
  { id: 5, name: "role.owner" },
] as const;

export function roleName(role: number): string {
  return ROLES.find(({ id }) => id === role)?.name ?? String(role);
}
