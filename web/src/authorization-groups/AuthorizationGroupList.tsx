import { TextInput, TopToolbar } from "react-admin";
import type { AuthorizationGroup } from "../api/types";
import { CreateLink } from "../lists/CreateLink";
import { RecordList } from "../lists/RecordList";
import { RecordTable } from "../lists/RecordTable";
import { useCurrentUser } from "../session/session";
import { groupLink } from "./groupLink";

const STATE_KEY = "authorization_groups.embedded";
const SOURCES = ["name", "oidc_group"];
const FILTERS = SOURCES.map((source) => <TextInput key={source} source={source} alwaysOn resettable />);

export default function AuthorizationGroupList() {
  const user = useCurrentUser();
  const mayCreate = user !== null && (user.is_superuser === true || user.is_external !== true);
  return (
    <RecordList
      resource="authorization_groups"
      stateKey={STATE_KEY}
      sort={{ field: "name", order: "ASC" }}
      filters={FILTERS}
      actions={<TopToolbar>{mayCreate ? <CreateLink to="/authorization_groups/create" label="group.add" /> : null}</TopToolbar>}
    >
      <RecordTable<AuthorizationGroup> stateKey={STATE_KEY} columns={[{ source: "name", opens: true }, { source: "oidc_group" }]} rowLink={(group) => groupLink(group.id)} />
    </RecordList>
  );
}
