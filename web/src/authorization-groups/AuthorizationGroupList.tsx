import { useMayCreate } from "../access/useMayCreate";
import type { AuthorizationGroup } from "../api/types";
import { CreateLink } from "../lists/CreateLink";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { groupLink } from "./groupLink";

const STATE_KEY = "authorization_groups.embedded";

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "name", search: true },
  { kind: "text", source: "oidc_group" },
];

export default function AuthorizationGroupList() {
  const mayCreate = useMayCreate();
  return (
    <RecordList<AuthorizationGroup>
      resource="authorization_groups"
      stateKey={STATE_KEY}
      sort={{ field: "name", order: "ASC" }}
      filters={FILTERS}
      actions={mayCreate ? <CreateLink to="/authorization_groups/create" label="group.add" /> : null}
      columns={[{ source: "name", opens: true }, { source: "oidc_group" }]} rowLink={(group) => groupLink(group.id)}
      inAddress
    />
  );
}
