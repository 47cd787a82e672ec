/** What has members: license groups and license policies. */
export type Owner = "license_group" | "license_policy";

interface Kind {
  /** Resource of the members. */
  resource: (owner: Owner) => string;
  /** Attribute with the id of the one who is member, and the resource of those that can be. */
  source: "user" | "authorization_group";
  candidates: string;
  /** Path of the name in a member. */
  name: "user_data.full_name" | "authorization_group_data.name";
  /** Its attribute in a candidate. */
  optionText: "full_name" | "name";
  label: string;
  /** Filters of the list by text. */
  texts: readonly string[];
  link: (id: number) => string;
  add: string;
}

export const USERS: Kind = {
  resource: (owner) => `${owner}_members`,
  source: "user",
  candidates: "users",
  name: "user_data.full_name",
  optionText: "full_name",
  label: "fields.full_name",
  texts: ["full_name", "username"],
  link: (id) => `/users/${id}/show`,
  add: "group.add_user",
};

export const AUTHORIZATION_GROUPS: Kind = {
  resource: (owner) => `${owner}_authorization_group_members`,
  source: "authorization_group",
  candidates: "authorization_groups",
  name: "authorization_group_data.name",
  optionText: "name",
  label: "fields.authorization_group",
  texts: ["name"],
  link: (id) => `/authorization_groups/${id}/show`,
  add: "license_member.add_group",
};

export type MemberKind = Kind;

/** A member of a license group or policy. */
export interface LicenseMember {
  id: number;
  is_manager?: boolean;
  user?: number;
  authorization_group?: number;
  user_data?: { full_name: string };
  authorization_group_data?: { name: string };
}

export const nameOf = (member: LicenseMember): string => member.user_data?.full_name ?? member.authorization_group_data?.name ?? "";
