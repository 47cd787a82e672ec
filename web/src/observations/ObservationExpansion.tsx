import { Stack } from "@mui/material";
import { useRecordContext } from "react-admin";
import type { ObservationListItem } from "../api/types";
import { Labelled } from "../values/Labelled";
import { Markdown } from "../values/Markdown";
import { Origins } from "./Origins";

/** What an expanded row of a list shows. */
export function ObservationExpansion() {
  const observation = useRecordContext<ObservationListItem>();
  if (observation === undefined) return null;
  return (
    <Stack spacing={1.5} sx={{ py: 1, whiteSpace: "normal" }}>
      <Labelled label="fields.description">{observation.description ? <Markdown text={observation.description} /> : null}</Labelled>
      <Labelled label="fields.recommendation">{observation.recommendation ? <Markdown text={observation.recommendation} /> : null}</Labelled>
      <Labelled label="fields.update_impact_score">{observation.update_impact_score}</Labelled>
      <Origins observation={observation} />
    </Stack>
  );
}
