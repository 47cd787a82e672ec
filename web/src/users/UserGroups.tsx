import type { AuthorizationGroup } from "../api/types";
import { RecordList } from "../lists/RecordList";
import { RecordTable } from "../lists/RecordTable";

const STATE_KEY = "authorization_groups.user";

/** The authorization groups that a user is in. */
export function UserGroups({ user }: { user: number }) {
  return (
    <RecordList resource="authorization_groups" stateKey={STATE_KEY} sort={{ field: "name", order: "ASC" }} filter={{ user }}>
      <RecordTable<AuthorizationGroup>
        stateKey={STATE_KEY}
        columns={[{ source: "name", opens: true }, { source: "oidc_group", auto: true }]}
        rowLink={(group) => `/authorization_groups/${group.id}/show`}
      />
    </RecordList>
  );
}
