import { Box } from "@mui/material";
import { prettyEvidence } from "./prettyEvidence";

/** The raw text of a report for a finding or component. */
export function EvidenceText({ text }: { text: string }) {
  return (
    <Box component="pre" tabIndex={0} sx={{ m: 0, p: 2, borderRadius: 1, bgcolor: "action.hover", overflow: "auto", fontSize: "0.8rem" }}>
      {prettyEvidence(text)}
    </Box>
  );
}
