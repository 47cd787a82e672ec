import { useDataProvider, useNotify, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import { FormDialog } from "../dialogs/FormDialog";
import { MarkdownInput } from "../forms/MarkdownInput";

interface Props {
  observation: number;
  onClose: () => void;
}

/** Takes a decision back: what rules, VEX documents and the parser say counts again. */
export default function RemoveAssessmentDialog({ observation, onClose }: Props) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async ({ comment }: { comment: string }) => {
    await dataProvider.call({ method: "PATCH", path: `/observations/${observation}/remove_assessment/`, body: { comment } });
    notify("observation.updated", { type: "success" });
    refresh();
  };
  return (
    <FormDialog title="observation.remove_assessment" saveLabel="action.remove" resource="assessments" save={save} alwaysEnable onClose={onClose}>
      <MarkdownInput source="comment" max={4096} mandatory autoFocus />
    </FormDialog>
  );
}
