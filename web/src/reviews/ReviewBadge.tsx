import { Badge } from "@mui/material";
import type { ReactElement } from "react";
import { useInbox } from "../inbox/useInbox";

/** Puts on an icon how much waits for a decision. */
export function ReviewBadge({ children }: { children: ReactElement }) {
  const { reviews, approvals } = useInbox();
  return (
    <Badge badgeContent={reviews + approvals} color="secondary">
      {children}
    </Badge>
  );
}
