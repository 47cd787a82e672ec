import ContentCopyIcon from "@mui/icons-material/ContentCopy";
import { useDataProvider, useListContext } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Observation } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import { chunks } from "./assessment";

/** Marks the observations of the selected records as duplicates of this one. */
export function BulkMarkDuplicates({ observation }: { observation: Observation }) {
  const { selectedIds, onUnselectItems } = useListContext();
  const dataProvider = useDataProvider<ApiDataProvider>();

  const mark = async () => {
    for (const part of chunks(selectedIds as number[])) {
      await dataProvider.call({
        method: "POST",
        path: `/products/${observation.product}/observations_bulk_mark_duplicates/`,
        body: { observation_id: observation.id, potential_duplicates: part },
      });
    }
  };
  return (
    <ConfirmedAction
      label="observation.mark_duplicates"
      title="observation.mark_duplicates"
      question="observation.mark_duplicates_question"
      success="observation.duplicates_marked"
      names={{ smart_count: selectedIds.length }}
      icon={<ContentCopyIcon />}
      danger={false}
      call={mark}
      onDone={onUnselectItems}
    />
  );
}
