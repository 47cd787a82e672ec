import { useDataProvider, useNotify, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import { FormDialog } from "../dialogs/FormDialog";
import { ChoiceInput } from "../forms/ChoiceInput";
import { LineInput } from "../forms/LineInput";
import { ASSESSMENT_DECISIONS, choices } from "../values/choices";

interface Props {
  /** Id of the observation log that needs approval. */
  log: number;
  onClose: () => void;
}

interface Values {
  assessment_status: string;
  approval_remark: string;
}

/** Approves or rejects somebody else's assessment. */
export default function ApprovalDialog({ log, onClose }: Props) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async ({ assessment_status, approval_remark }: Values) => {
    await dataProvider.call({ method: "PATCH", path: `/observation_logs/${log}/approval/`, body: { assessment_status, approval_remark } });
    notify("observation.log_updated", { type: "success" });
    refresh();
  };
  return (
    <FormDialog title="observation.approval" resource="observation_logs" save={save} onClose={onClose}>
      <ChoiceInput source="assessment_status" choices={choices(ASSESSMENT_DECISIONS)} mandatory helperText={false} autoFocus />
      <LineInput source="approval_remark" mandatory helperText={false} />
    </FormDialog>
  );
}
