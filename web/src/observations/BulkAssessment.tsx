import FactCheckIcon from "@mui/icons-material/FactCheck";
import { useDataProvider, useListContext, useNotify, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import { DialogButton } from "../dialogs/DialogButton";
import { FormDialog } from "../dialogs/FormDialog";
import { useStatusSettings } from "../session/statusSettings";
import { dateInDays } from "../values/days";
import { AssessmentFields } from "./AssessmentFields";
import { assessmentRequest, type AssessmentValues } from "./assessment";
import { bulkCall } from "./bulk";

interface Props {
  /** Of the call: that of one product, or of all. */
  path: string;
}

/** One assessment for all selected observations. */
export function BulkAssessment({ path }: Props) {
  return <DialogButton label="observation.assessment" icon={<FactCheckIcon />} dialog={(close) => <BulkAssessmentDialog path={path} onClose={close} />} />;
}

function BulkAssessmentDialog({ path, onClose }: Props & { onClose: () => void }) {
  const { selectedIds, onSelect, onUnselectItems } = useListContext();
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const days = useStatusSettings().data?.risk_acceptance_expiry_days ?? 0;

  const save = async (values: AssessmentValues) => {
    const ids = selectedIds as number[];
    const left = new Set(ids);
    try {
      await bulkCall(dataProvider, path, ids, assessmentRequest(values), (done) => done.forEach((id) => left.delete(id)));
    } catch (cause) {
      // What went through is no longer selected, so that a second try takes up where the first one stopped.
      onSelect([...left]);
      throw cause;
    }
    notify("observation.bulk_updated", { type: "success", messageArgs: { smart_count: ids.length } });
    onUnselectItems();
    refresh();
  };
  return (
    <FormDialog title="observation.assessment" resource="assessments" save={save} onClose={onClose} maxWidth="md">
      <AssessmentFields expiryDate={days > 0 ? dateInDays(days) : null} />
    </FormDialog>
  );
}
