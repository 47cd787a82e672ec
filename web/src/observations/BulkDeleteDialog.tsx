import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { BulkDialogProps } from "../bulk/bulkAction";
import { BulkConfirmDialog } from "../bulk/BulkConfirmDialog";
import { observationLink } from "./observationLink";

/** Deletes the selected observations of a product. */
export function BulkDeleteDialog({ product, ...props }: BulkDialogProps & { product: number }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  return (
    <BulkConfirmDialog
      {...props}
      danger
      title="observation.bulk_delete_title"
      question="observation.bulk_delete_question"
      success="observation.bulk_deleted"
      confirm="ra.action.delete"
      link={observationLink}
      call={(observations) => dataProvider.call({ method: "POST", path: `/products/${product}/observations_bulk_delete/`, body: { observations } })}
    />
  );
}
