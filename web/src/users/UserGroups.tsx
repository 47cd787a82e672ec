import type { AuthorizationGroup } from "../api/types";
import { RecordList } from "../lists/RecordList";

const STATE_KEY = "authorization_groups.user";

/** The authorization groups that a user is in. */
export function UserGroups({ user }: { user: number }) {
  return (
    <RecordList<AuthorizationGroup> resource="authorization_groups" stateKey={STATE_KEY} sort={{ field: "name", order: "ASC" }} filter={{ user }}
      columns={[{ source: "name", opens: true }, { source: "oidc_group", auto: true }]}
        rowLink={(group) => `/authorization_groups/${group.id}/show`}
      plain
    />
  );
}
