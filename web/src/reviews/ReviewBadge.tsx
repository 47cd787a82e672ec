import { Badge } from "@mui/material";
import type { ReactElement } from "react";
import { useInbox } from "../inbox/useInbox";

/** Puts on an icon how much waits for a decision. */
export function ReviewBadge({ children }: { children: ReactElement }) {
  const { reviews, approvals } = useInbox();
  const waiting = reviews + approvals;
  return (
    // An invisible badge keeps its last number in the document, where it would be read out.
    <Badge badgeContent={waiting === 0 ? undefined : waiting} color="secondary">
      {children}
    </Badge>
  );
}
