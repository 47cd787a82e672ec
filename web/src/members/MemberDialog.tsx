import AddIcon from "@mui/icons-material/Add";
import EditIcon from "@mui/icons-material/Edit";
import { useDataProvider, useNotify, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import { DialogButton } from "../dialogs/DialogButton";
import { FormDialog } from "../dialogs/FormDialog";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { RoleInput } from "../forms/RoleInput";
import { Labelled } from "../values/Labelled";
import { memberName, type Member } from "./member";
import type { MemberKind } from "./memberKinds";

interface AddValues {
  role: number;
  user?: number;
  authorization_group?: number;
}

export function AddMemberButton({ kind, product }: { kind: MemberKind; product: number }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async (values: AddValues) => {
    await dataProvider.create(kind.resource, { data: { product, [kind.reference]: values[kind.reference], role: values.role } });
    notify(`${kind.texts}.added`, { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label={`${kind.texts}.add`}
      icon={<AddIcon />}
      dialog={(close) => (
        <FormDialog<AddValues> title={`${kind.texts}.add`} resource={kind.resource} save={save} several onClose={close}>
          <ReferenceChoice
            source={kind.reference}
            reference={kind.referenceResource}
            optionText={kind.name}
            sort={{ field: kind.name, order: "ASC" }}
            filter={{ exclude_product: product }}
            mandatory
            autoFocus
          />
          <RoleInput />
        </FormDialog>
      )}
    />
  );
}

export function EditMemberButton({ member, kind }: { member: Member; kind: MemberKind }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async ({ role }: { role: number }) => {
    await dataProvider.update(kind.resource, { id: member.id, data: { role }, previousData: member });
    notify(`${kind.texts}.updated`, { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label="ra.action.edit"
      icon={<EditIcon />}
      dialog={(close) => (
        <FormDialog<{ role: number }> title={`${kind.texts}.edit`} resource={kind.resource} initial={member} save={save} onClose={close}>
          <Labelled label={`${kind.texts}.one`}>{memberName(member, kind)}</Labelled>
          <RoleInput />
        </FormDialog>
      )}
    />
  );
}
