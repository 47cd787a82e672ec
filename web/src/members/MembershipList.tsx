import { useTranslate } from "react-admin";
import { roleName } from "../access/permissions";
import { RecordList } from "../lists/RecordList";
import type { Member } from "./member";

interface Props {
  resource: "product_members" | "product_authorization_group_members";
  /** Whose memberships: `{user: 1}` or `{authorization_group: 1}`. */
  of: Record<string, number>;
  /** Of product groups, or of products. */
  groups: boolean;
}

/** What a user or an authorization group is a direct member of, with the role there. */
export function MembershipList({ resource, of, groups }: Props) {
  const translate = useTranslate();
  const stateKey = `${resource}.${groups ? "groups" : "products"}`;
  return (
    <RecordList<Member> resource={resource} stateKey={stateKey} sort={{ field: "product_data.name", order: "ASC" }} filter={{ ...of, is_product_group: groups }}
      columns={[
          { source: "product_data.name", label: groups ? "fields.product_group" : "fields.product", opens: true },
          { source: "role", render: (member) => translate(roleName(member.role), { _: String(member.role) }) },
        ]}
        rowLink={(member) => `/${groups ? "product_groups" : "products"}/${member.product}/show/members`}
      plain
    />
  );
}
