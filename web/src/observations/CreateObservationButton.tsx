import AddIcon from "@mui/icons-material/Add";
import { useDataProvider, useNotify, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Product } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { FormDialog } from "../dialogs/FormDialog";
import { ObservationFields } from "./ObservationFields";
import { observationRequest } from "./observationForm";

/** Adds an observation by hand. */
export function CreateObservationButton({ product }: { product: Product }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async (values: Record<string, unknown>) => {
    await dataProvider.create("observations", { data: { ...observationRequest(values), product: product.id } });
    notify("observation.added", { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label="observation.add"
      icon={<AddIcon />}
      dialog={(close) => (
        <FormDialog
          title="observation.add"
          resource="observations"
          initial={{ parser_status: "Open", branch: product.repository_default_branch }}
          save={save}
          onClose={close}
          maxWidth="md"
        >
          <ObservationFields product={product.id} />
        </FormDialog>
      )}
    />
  );
}
