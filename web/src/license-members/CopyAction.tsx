import ContentCopyIcon from "@mui/icons-material/ContentCopy";
import { useDataProvider, useNotify } from "react-admin";
import { useNavigate } from "react-router-dom";
import { useMayCreate } from "../access/useMayCreate";
import type { ApiDataProvider } from "../api/dataProvider";
import { DialogButton } from "../dialogs/DialogButton";
import { FormDialog } from "../dialogs/FormDialog";
import { LineInput } from "../forms/LineInput";

interface Props {
  resource: "license_groups" | "license_policies";
  id: number;
  name: string;
  /** Keys of the message catalogue. */
  title: string;
  success: string;
  link: (id: number) => string;
}

/** Makes a copy of a license group or policy, and goes there. */
export function CopyAction(props: Props) {
  if (!useMayCreate()) return null;
  return <DialogButton label="action.copy" icon={<ContentCopyIcon />} dialog={(close) => <CopyDialog {...props} onClose={close} />} />;
}

function CopyDialog({ resource, id, name, title, success, link, onClose }: Props & { onClose: () => void }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const navigate = useNavigate();
  const save = async (values: { name: string }) => {
    const copy = await dataProvider.call<{ id: number }>({ method: "POST", path: `/${resource}/${id}/copy/`, body: values, fields: values });
    notify(success, { type: "success" });
    void navigate(link(copy.id));
  };
  return (
    <FormDialog<{ name: string }> title={title} titleArgs={{ name }} saveLabel="action.copy" resource={resource} save={save} onClose={onClose}>
      <LineInput source="name" mandatory autoFocus helperText={false} />
    </FormDialog>
  );
}
