import { Box } from "@mui/material";
import { useMemo } from "react";
import { CopyButton } from "../values/CopyButton";
import { JsonTree } from "../values/JsonTree";
import { structureOf } from "./evidence";

/** What a report says for a finding or component: as a tree if it is JSON, as it is otherwise. */
export function EvidenceText({ text }: { text: string }) {
  const structure = useMemo(() => structureOf(text), [text]);
  return (
    <Box sx={{ p: 1, borderRadius: 1, bgcolor: "action.hover" }}>
      <Box sx={{ float: "right" }}>
        <CopyButton text={text} label="observation.copy_evidence" />
      </Box>
      {structure === null ? (
        <Box component="pre" tabIndex={0} sx={{ m: 0, p: 1, overflow: "auto", fontSize: "0.8125rem" }}>
          {text}
        </Box>
      ) : (
        <JsonTree value={structure} />
      )}
    </Box>
  );
}
