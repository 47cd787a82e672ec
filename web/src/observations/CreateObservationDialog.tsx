import { useDataProvider } from "react-admin";
import type { Product } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { ObservationFields } from "./ObservationFields";
import { observationRequest } from "./observationForm";

interface Props {
  product: Product;
  onClose: () => void;
}

/** Adds an observation by hand. */
export default function CreateObservationDialog({ product, onClose }: Props) {
  const dataProvider = useDataProvider();
  const saved = useSaved();
  const save = async (values: Record<string, unknown>) => {
    await dataProvider.create("observations", { data: { ...observationRequest(values), product: product.id } });
    saved("observation.added");
  };
  return (
    <FormDialog
      title="observation.add"
      resource="observations"
      initial={{ parser_status: "Open", branch: product.repository_default_branch }}
      save={save}
      alwaysEnable
      onClose={onClose}
      maxWidth="md"
    >
      <ObservationFields product={product.id} />
    </FormDialog>
  );
}
