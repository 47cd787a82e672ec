import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { BulkDialogProps } from "../bulk/bulkAction";
import { BulkConfirmDialog } from "../bulk/BulkConfirmDialog";
import { licenseComponentLink } from "./licenseComponentLink";

/** Deletes the selected license components of a product. */
export function DeleteComponentsDialog({ product, ...props }: BulkDialogProps & { product: number }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  return (
    <BulkConfirmDialog
      {...props}
      danger
      title="license.delete_title"
      question="license.delete_question"
      success="license.deleted"
      confirm="ra.action.delete"
      link={licenseComponentLink}
      call={(components) => dataProvider.call({ method: "POST", path: `/products/${product}/license_components_bulk_delete/`, body: { components } })}
    />
  );
}
