import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { BulkDialogProps } from "../bulk/bulkAction";
import { BulkConfirmDialog } from "../bulk/BulkConfirmDialog";

/** Takes back own assessments that nobody has decided about; the server leaves those of other people. */
export default function BulkWithdrawDialog(props: BulkDialogProps) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const withdraw = async (observation_logs: number[]) => {
    const { count } = await dataProvider.call<{ count: number }>({ method: "DELETE", path: "/observation_logs/bulk_delete/", body: { observation_logs } });
    return count;
  };
  return (
    <BulkConfirmDialog
      {...props}
      danger
      title="review.delete_title"
      question="review.delete_question"
      success="review.deleted"
      confirm="ra.action.delete"
      link={(id) => `/observation_logs/${id}/show`}
      call={withdraw}
    />
  );
}
