import type { ProductAuthorizationGroupMember, ProductMember } from "../api/types";
import type { MemberKind } from "./memberKinds";

export type Member = ProductMember | ProductAuthorizationGroupMember;

export function memberId(member: Member, kind: MemberKind): number {
  return (member as Member & Record<MemberKind["reference"], number>)[kind.reference];
}

export function memberName(member: Member, kind: MemberKind): string {
  const data = (member as Member & Record<MemberKind["data"], Partial<Record<MemberKind["name"], string>>>)[kind.data];
  return data[kind.name] ?? "";
}
