import { Permission, type PermissionNumber } from "../access/permissions";

/** What members of a product can be: users, or authorization groups with all their users. */
export interface MemberKind {
  resource: "product_members" | "product_authorization_group_members";
  /** Attribute with the id of the user or group. */
  reference: "user" | "authorization_group";
  referenceResource: "users" | "authorization_groups";
  /** Attribute that names it, and by which lists of them are sorted. */
  name: "full_name" | "name";
  data: "user_data" | "authorization_group_data";
  /** Keys of the message catalogue begin with it. */
  texts: "member.user" | "member.group";
  may: { create: PermissionNumber; edit: PermissionNumber; remove: PermissionNumber };
  link: (id: number) => string;
}

export const USERS: MemberKind = {
  resource: "product_members",
  reference: "user",
  referenceResource: "users",
  name: "full_name",
  data: "user_data",
  texts: "member.user",
  may: { create: Permission.MemberCreate, edit: Permission.MemberEdit, remove: Permission.MemberDelete },
  link: (id) => `/users/${id}/show`,
};

export const GROUPS: MemberKind = {
  resource: "product_authorization_group_members",
  reference: "authorization_group",
  referenceResource: "authorization_groups",
  name: "name",
  data: "authorization_group_data",
  texts: "member.group",
  may: { create: Permission.GroupMemberCreate, edit: Permission.GroupMemberEdit, remove: Permission.GroupMemberDelete },
  link: (id) => `/authorization_groups/${id}/show`,
};
