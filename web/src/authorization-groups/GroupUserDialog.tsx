import AddIcon from "@mui/icons-material/Add";
import EditIcon from "@mui/icons-material/Edit";
import { BooleanInput, useDataProvider, useNotify, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { AuthorizationGroupMember } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { FormDialog } from "../dialogs/FormDialog";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { Labelled } from "../values/Labelled";

interface AddValues {
  user: number;
  is_manager: boolean;
}

export function AddGroupUserButton({ group }: { group: number }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async ({ user, is_manager }: AddValues) => {
    await dataProvider.create("authorization_group_members", { data: { authorization_group: group, user, is_manager } });
    notify("group.user_added", { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label="group.add_user"
      icon={<AddIcon />}
      dialog={(close) => (
        <FormDialog<AddValues> title="group.add_user" resource="authorization_group_members" initial={{ is_manager: false }} save={save} several onClose={close}>
          <ReferenceChoice
            source="user"
            reference="users"
            optionText="full_name"
            sort={{ field: "full_name", order: "ASC" }}
            filter={{ exclude_authorization_group: group }}
            mandatory
            autoFocus
          />
          <BooleanInput source="is_manager" helperText={false} />
        </FormDialog>
      )}
    />
  );
}

export function EditGroupUserButton({ member }: { member: AuthorizationGroupMember }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async ({ is_manager }: { is_manager: boolean }) => {
    await dataProvider.update("authorization_group_members", { id: member.id, data: { is_manager }, previousData: member });
    notify("group.user_updated", { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label="ra.action.edit"
      icon={<EditIcon />}
      dialog={(close) => (
        <FormDialog<{ is_manager: boolean }> title="group.edit_user" resource="authorization_group_members" initial={member} save={save} onClose={close}>
          <Labelled label="fields.full_name">{member.user_data.full_name}</Labelled>
          <BooleanInput source="is_manager" helperText={false} />
        </FormDialog>
      )}
    />
  );
}
