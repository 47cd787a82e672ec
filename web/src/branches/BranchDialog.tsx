import AddIcon from "@mui/icons-material/Add";
import EditIcon from "@mui/icons-material/Edit";
import { BooleanInput, useDataProvider, useNotify, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Branch, Product } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { FormDialog } from "../dialogs/FormDialog";
import { LineInput } from "../forms/LineInput";

type Values = Pick<Branch, "name" | "is_default_branch" | "purl" | "cpe23" | "housekeeping_protect">;

/** Only what the form edits: the record has more, read-only attributes. */
function branchRequest({ name, is_default_branch, purl, cpe23, housekeeping_protect }: Values): Values {
  return { name, is_default_branch: is_default_branch ?? false, purl: purl ?? "", cpe23: cpe23 ?? "", housekeeping_protect: housekeeping_protect ?? false };
}

function BranchFields() {
  return (
    <>
      <LineInput source="name" mandatory autoFocus helperText={false} />
      <BooleanInput source="is_default_branch" helperText={false} />
      <LineInput source="purl" helperText={false} />
      <LineInput source="cpe23" helperText={false} />
      <BooleanInput source="housekeeping_protect" helperText="branch.protect_help" />
    </>
  );
}

export function AddBranchButton({ product }: { product: Product }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async (values: Values) => {
    await dataProvider.create("branches", { data: { ...branchRequest(values), product: product.id } });
    notify("branch.added", { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label="branch.add"
      icon={<AddIcon />}
      dialog={(close) => (
        <FormDialog<Values>
          title="branch.add"
          resource="branches"
          initial={{ is_default_branch: product.repository_default_branch === null, housekeeping_protect: false }}
          save={save}
          onClose={close}
        >
          <BranchFields />
        </FormDialog>
      )}
    />
  );
}

export function EditBranchButton({ branch }: { branch: Branch }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async (values: Values) => {
    await dataProvider.update("branches", { id: branch.id, data: branchRequest(values), previousData: branch });
    notify("branch.updated", { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label="ra.action.edit"
      icon={<EditIcon />}
      dialog={(close) => (
        <FormDialog<Values> title="branch.edit" resource="branches" initial={branch} save={save} onClose={close}>
          <BranchFields />
        </FormDialog>
      )}
    />
  );
}
