import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Observation } from "../api/types";
import type { BulkDialogProps } from "../bulk/bulkAction";
import { BulkConfirmDialog } from "../bulk/BulkConfirmDialog";
import { observationLink } from "./observationLink";

/** Marks the observations of the selected records as duplicates of this one. */
export function MarkDuplicatesDialog({ observation, ...props }: BulkDialogProps & { observation: Observation }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  return (
    <BulkConfirmDialog
      {...props}
      title="observation.mark_duplicates"
      question="observation.mark_duplicates_question"
      success="observation.duplicates_marked"
      confirm="observation.mark_duplicates"
      // The records of potential duplicates have no screen of their own.
      link={() => observationLink(observation.id)}
      call={(potential_duplicates) =>
        dataProvider.call({
          method: "POST",
          path: `/products/${observation.product}/observations_bulk_mark_duplicates/`,
          body: { observation_id: observation.id, potential_duplicates },
        })
      }
    />
  );
}
