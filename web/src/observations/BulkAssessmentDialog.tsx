import { useState } from "react";
import { useDataProvider, useNotify, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { BulkDialogProps } from "../bulk/bulkAction";
import { BulkProgress } from "../bulk/BulkProgress";
import { BulkReportDialog } from "../bulk/BulkReportDialog";
import type { BulkResult } from "../bulk/runBulk";
import { useBulk } from "../bulk/useBulk";
import { FormDialog } from "../dialogs/FormDialog";
import { useStatusSettings } from "../session/statusSettings";
import { dateInDays } from "../values/days";
import { AssessmentFields } from "./AssessmentFields";
import { assessmentRequest, type AssessmentValues } from "./assessment";
import { observationLink } from "./observationLink";

interface Props extends BulkDialogProps {
  /** Of the call: that of one product, or of all. */
  path: string;
}

/** One assessment for several observations. */
export default function BulkAssessmentDialog({ ids, name, onClose, path }: Props) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const { progress, run, cancel } = useBulk();
  const [report, setReport] = useState<BulkResult | null>(null);
  const days = useStatusSettings().data?.risk_acceptance_expiry_days ?? 0;

  const save = async (values: AssessmentValues) => {
    const body = assessmentRequest(values);
    const result = await run(ids, (observations) => dataProvider.call({ method: "POST", path, body: { ...body, observations }, fields: values }));
    refresh();
    if (result.failures.length > 0) {
      setReport(result);
    } else {
      notify("observation.bulk_updated", { type: "success", messageArgs: { smart_count: result.done.length } });
      onClose(result.done);
    }
    // Closed already, or replaced by the report.
    return false;
  };
  if (report !== null) return <BulkReportDialog title="observation.assessment" result={report} link={observationLink} name={name} onClose={() => onClose(report.done)} />;
  return (
    <FormDialog
      title="observation.assess_several"
      titleArgs={{ smart_count: ids.length }}
      resource="assessments"
      save={save}
      alwaysEnable
      onClose={() => onClose([])}
      maxWidth="md"
      status={progress === null ? null : <BulkProgress done={progress} total={ids.length} onCancel={cancel} />}
    >
      <AssessmentFields expiryDate={days > 0 ? dateInDays(days) : null} />
    </FormDialog>
  );
}
