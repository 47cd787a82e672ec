import { useDataProvider, useNotify, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Observation } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { AssessedMessage } from "./AssessedMessage";
import { AssessmentFields } from "./AssessmentFields";
import { assessmentRequest, type AssessmentValues } from "./assessment";

/** How long a decision can be taken back from the message about it; afterwards "Remove assessment" does. */
const UNDO_MS = 10_000;

interface Props {
  observation: Observation;
  onClose: () => void;
}

/** Decides on severity, status and priority of an observation. */
export default function AssessmentDialog({ observation, onClose }: Props) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async (values: AssessmentValues) => {
    await dataProvider.call({ method: "PATCH", path: `/observations/${observation.id}/assessment/`, body: assessmentRequest(values), fields: values });
    notify(<AssessedMessage before={observation} />, { autoHideDuration: UNDO_MS });
    refresh();
  };
  return (
    <FormDialog title="observation.assessment" resource="assessments" save={save} alwaysEnable onClose={onClose} maxWidth="md">
      <AssessmentFields expiryDate={observation.product_data.risk_acceptance_expiry_date_calculated} />
    </FormDialog>
  );
}
