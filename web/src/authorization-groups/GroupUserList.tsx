import { Stack } from "@mui/material";
import { NullableBooleanInput, TextInput, TopToolbar, useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { AuthorizationGroup, AuthorizationGroupMember } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import type { Column } from "../lists/columns";
import { RecordList } from "../lists/RecordList";
import { RecordTable } from "../lists/RecordTable";
import { PlaceLink } from "../values/PlaceLink";
import { YesNo } from "../values/YesNo";
import { AddGroupUserButton, EditGroupUserButton } from "./GroupUserDialog";

const STATE_KEY = "authorization_group_members.embedded";

const FILTERS = [
  <TextInput key="full_name" source="full_name" alwaysOn resettable />,
  <TextInput key="username" source="username" alwaysOn resettable />,
  <NullableBooleanInput key="is_manager" source="is_manager" alwaysOn />,
];

const COLUMNS: readonly Column<AuthorizationGroupMember>[] = [
  { source: "user_data.full_name", label: "fields.full_name", render: (member) => <PlaceLink to={`/users/${member.user}/show`}>{member.user_data.full_name}</PlaceLink> },
  { source: "is_manager", render: (member) => <YesNo value={member.is_manager} /> },
];

/** The users of an authorization group. */
export function GroupUserList({ group, manages }: { group: AuthorizationGroup; manages: boolean }) {
  const actions: Column<AuthorizationGroupMember> = {
    source: "actions",
    label: "action.actions",
    sortable: false,
    render: (member) => <Actions member={member} group={group} />,
  };
  return (
    <RecordList
      resource="authorization_group_members"
      stateKey={STATE_KEY}
      sort={{ field: "user_data.full_name", order: "ASC" }}
      filter={{ authorization_group: group.id }}
      filters={FILTERS}
      actions={<TopToolbar>{manages ? <AddGroupUserButton group={group.id} /> : null}</TopToolbar>}
    >
      <RecordTable<AuthorizationGroupMember> stateKey={STATE_KEY} columns={manages ? [...COLUMNS, actions] : COLUMNS} />
    </RecordList>
  );
}

function Actions({ member, group }: { member: AuthorizationGroupMember; group: AuthorizationGroup }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  return (
    <Stack direction="row" sx={{ justifyContent: "flex-end" }}>
      <EditGroupUserButton member={member} />
      <ConfirmedAction
        label="action.remove"
        title="group.remove_title"
        question={member.is_manager ? "group.remove_manager_question" : "group.remove_question"}
        success="group.removed"
        names={{ name: member.user_data.full_name, group: group.name }}
        call={() => dataProvider.delete("authorization_group_members", { id: member.id })}
      />
    </Stack>
  );
}
