import ExpandMoreIcon from "@mui/icons-material/ExpandMore";
import { IconButton } from "@mui/material";
import { useTranslate } from "react-admin";
import type { RowExpansion } from "./expansion";

/** Shows what a row hides, and hides it again. */
export function ExpandButton({ id, expanded, toggle }: RowExpansion) {
  const translate = useTranslate();
  return (
    <IconButton
      size="small"
      aria-label={translate(expanded ? "ra.action.close" : "ra.action.expand")}
      aria-expanded={expanded}
      aria-controls={expanded ? id : undefined}
      onClick={toggle}
      sx={{ transform: expanded ? "none" : "rotate(-90deg)" }}
    >
      <ExpandMoreIcon fontSize="small" />
    </IconButton>
  );
}
