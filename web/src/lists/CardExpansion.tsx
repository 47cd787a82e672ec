import { Box } from "@mui/material";
import type { Identifier } from "react-admin";
import { ExpandButton } from "./ExpandButton";
import { useRowExpansion, type Expansion } from "./expansion";

/** The button in the corner of a card, and what the card hides until it is expanded. */
export function CardExpansion({ content, stateKey, row }: Expansion & { row: Identifier }) {
  const expansion = useRowExpansion(stateKey, row);
  return (
    <>
      <Box sx={{ position: "absolute", top: 8, right: 8 }}>
        <ExpandButton {...expansion} />
      </Box>
      {expansion.expanded ? (
        <Box id={expansion.id} sx={{ overflowWrap: "anywhere" }}>
          {content}
        </Box>
      ) : null}
    </>
  );
}
