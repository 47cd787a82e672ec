import AddIcon from "@mui/icons-material/Add";
import EditIcon from "@mui/icons-material/Edit";
import { useDataProvider, useNotify, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Product, Service } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { FormDialog } from "../dialogs/FormDialog";
import { LineInput } from "../forms/LineInput";

type Values = Pick<Service, "name">;

export function AddServiceButton({ product }: { product: Product }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async ({ name }: Values) => {
    await dataProvider.create("services", { data: { name, product: product.id } });
    notify("service.added", { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label="service.add"
      icon={<AddIcon />}
      dialog={(close) => (
        <FormDialog<Values> title="service.add" resource="services" save={save} onClose={close}>
          <LineInput source="name" mandatory autoFocus helperText={false} />
        </FormDialog>
      )}
    />
  );
}

export function EditServiceButton({ service }: { service: Service }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async ({ name }: Values) => {
    await dataProvider.update("services", { id: service.id, data: { name }, previousData: service });
    notify("service.updated", { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label="ra.action.edit"
      icon={<EditIcon />}
      dialog={(close) => (
        <FormDialog<Values> title="service.edit" resource="services" initial={service} save={save} onClose={close}>
          <LineInput source="name" mandatory autoFocus helperText={false} />
        </FormDialog>
      )}
    />
  );
}
