import { BooleanInput, useDataProvider } from "react-admin";
import type { AuthorizationGroupMember } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { Labelled } from "../values/Labelled";

const RESOURCE = "authorization_group_members";

interface Values {
  user: number;
  is_manager: boolean;
}

interface Props {
  group: number;
  /** Missing for a new one. */
  member?: AuthorizationGroupMember;
  onClose: () => void;
}

/** Puts users into an authorization group, or makes one its manager. */
export default function GroupUserDialog({ group, member, onClose }: Props) {
  const dataProvider = useDataProvider();
  const saved = useSaved();
  const save = async ({ user, is_manager }: Values) => {
    if (member === undefined) await dataProvider.create(RESOURCE, { data: { authorization_group: group, user, is_manager } });
    else await dataProvider.update(RESOURCE, { id: member.id, data: { is_manager }, previousData: member });
    saved(member === undefined ? "group.user_added" : "group.user_updated");
  };
  return (
    <FormDialog<Values>
      title={member === undefined ? "group.add_user" : "group.edit_user"}
      resource={RESOURCE}
      initial={member ?? { is_manager: false }}
      save={save}
      several={member === undefined}
      onClose={onClose}
    >
      {member === undefined ? (
        <ReferenceChoice
          source="user"
          reference="users"
          optionText="full_name"
          sort={{ field: "full_name", order: "ASC" }}
          filter={{ exclude_authorization_group: group }}
          mandatory
          autoFocus
        />
      ) : (
        <Labelled label="fields.full_name">{member.user_data.full_name}</Labelled>
      )}
      <BooleanInput source="is_manager" helperText={false} />
    </FormDialog>
  );
}
