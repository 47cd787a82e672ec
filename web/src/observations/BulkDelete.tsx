import { useDataProvider, useListContext } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import { bulkCall } from "./bulk";

/** Deletes the selected observations of a product. */
export function BulkDelete({ product }: { product: number }) {
  const { selectedIds, onUnselectItems } = useListContext();
  const dataProvider = useDataProvider<ApiDataProvider>();
  const path = `/products/${product}/observations_bulk_delete/`;
  return (
    <ConfirmedAction
      label="ra.action.delete"
      title="observation.bulk_delete_title"
      question="observation.bulk_delete_question"
      success="observation.bulk_deleted"
      names={{ smart_count: selectedIds.length }}
      call={() => bulkCall(dataProvider, path, selectedIds as number[], {}, () => undefined)}
      onDone={onUnselectItems}
    />
  );
}
