import { useState } from "react";
import { useDataProvider, useNotify, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { BulkDialogProps } from "../bulk/bulkAction";
import { BulkProgress } from "../bulk/BulkProgress";
import { BulkReportDialog } from "../bulk/BulkReportDialog";
import type { BulkResult } from "../bulk/runBulk";
import { useBulk } from "../bulk/useBulk";
import { FormDialog } from "../dialogs/FormDialog";
import { ChoiceInput } from "../forms/ChoiceInput";
import { LineInput } from "../forms/LineInput";
import { ASSESSMENT_DECISIONS, choices } from "../values/choices";

interface Values {
  assessment_status: string;
  approval_remark: string;
}

/** One decision about several assessments of other people. */
export default function BulkApprovalDialog({ ids, name, onClose }: BulkDialogProps) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const { progress, run, cancel } = useBulk();
  const [report, setReport] = useState<BulkResult | null>(null);

  const save = async ({ assessment_status, approval_remark }: Values) => {
    const decision = { assessment_status, approval_remark };
    const result = await run(ids, (observation_logs) => dataProvider.call({ method: "POST", path: "/observation_logs/bulk_approval/", body: { ...decision, observation_logs }, fields: decision }));
    refresh();
    if (result.failures.length > 0) {
      setReport(result);
    } else {
      notify("review.approved", { type: "success", messageArgs: { smart_count: result.done.length } });
      onClose(result.done);
    }
    // Closed already, or replaced by the report.
    return false;
  };
  if (report !== null) return <BulkReportDialog title="review.approve" result={report} link={(id) => `/observation_logs/${id}/show`} name={name} onClose={() => onClose(report.done)} />;
  return (
    <FormDialog
      title="review.approve_several"
      titleArgs={{ smart_count: ids.length }}
      resource="observation_logs"
      save={save}
      onClose={() => onClose([])}
      status={progress === null ? null : <BulkProgress done={progress} total={ids.length} onCancel={cancel} />}
    >
      <ChoiceInput source="assessment_status" choices={choices(ASSESSMENT_DECISIONS)} mandatory helperText={false} autoFocus />
      <LineInput source="approval_remark" mandatory helperText={false} />
    </FormDialog>
  );
}
