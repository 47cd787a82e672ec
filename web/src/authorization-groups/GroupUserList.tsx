import AddIcon from "@mui/icons-material/Add";
import EditIcon from "@mui/icons-material/Edit";
import { Stack } from "@mui/material";
import { lazy } from "react";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { AuthorizationGroup, AuthorizationGroupMember } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import { DialogButton } from "../dialogs/DialogButton";
import type { Column } from "../lists/columns";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { stateKeys } from "../navigation/context";
import { userLink } from "../users/userLink";
import { PlaceLink } from "../values/PlaceLink";
import { YesNo } from "../values/YesNo";

const GroupUserDialog = lazy(() => import("./GroupUserDialog"));

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "full_name", search: true },
  { kind: "text", source: "username" },
  { kind: "yesno", source: "is_manager" },
];

const COLUMNS: readonly Column<AuthorizationGroupMember>[] = [
  {
    source: "user_data.full_name",
    label: "fields.full_name",
    render: (member) => <PlaceLink to={userLink(member.user, `group-${member.authorization_group}`)}>{member.user_data.full_name}</PlaceLink>,
  },
  { source: "is_manager", render: (member) => <YesNo value={member.is_manager} /> },
];

/** The users of an authorization group. */
export function GroupUserList({ group, manages }: { group: AuthorizationGroup; manages: boolean }) {
  const actions: Column<AuthorizationGroupMember> = {
    source: "actions",
    actions: true,
    render: (member) => <Actions member={member} group={group} />,
  };
  return (
    <RecordList<AuthorizationGroupMember>
      resource="authorization_group_members"
      stateKey={stateKeys.usersOfGroup}
      sort={{ field: "user_data.full_name", order: "ASC" }}
      filter={{ authorization_group: group.id }}
      filters={FILTERS}
      actions={manages ? <DialogButton label="group.add_user" icon={<AddIcon />} dialog={(close) => <GroupUserDialog group={group.id} onClose={close} />} /> : null}
      columns={manages ? [...COLUMNS, actions] : COLUMNS}
      light="authorization_group_members"
      idOf={({ user }) => user}
      plain
    />
  );
}

function Actions({ member, group }: { member: AuthorizationGroupMember; group: AuthorizationGroup }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  return (
    <Stack direction="row" sx={{ justifyContent: "flex-end" }}>
      <DialogButton label="ra.action.edit" icon={<EditIcon />} dialog={(close) => <GroupUserDialog group={group.id} member={member} onClose={close} />} />
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
