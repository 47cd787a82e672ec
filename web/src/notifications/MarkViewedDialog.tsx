import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { BulkDialogProps } from "../bulk/bulkAction";
import { BulkConfirmDialog } from "../bulk/BulkConfirmDialog";
import { notificationLink } from "./notificationLink";
import { useViewed } from "./useViewed";

/** Marks the selected notifications as viewed by the person. */
export function MarkViewedDialog(props: BulkDialogProps) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const onViewed = useViewed();
  return (
    <BulkConfirmDialog
      {...props}
      title="notification.mark_title"
      question="notification.mark_question"
      success="notification.marked"
      confirm="notification.mark_viewed"
      link={notificationLink}
      call={async (notifications) => {
        await dataProvider.call({ method: "POST", path: "/notifications/bulk_mark_as_viewed/", body: { notifications } });
        onViewed();
      }}
    />
  );
}
