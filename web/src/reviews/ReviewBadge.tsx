import { Badge } from "@mui/material";
import type { ReactElement } from "react";
import { useReviewCounts } from "./useReviewCounts";

/** Puts on an icon how much waits for a decision. */
export function ReviewBadge({ children }: { children: ReactElement }) {
  const { observations, approvals } = useReviewCounts();
  return (
    <Badge badgeContent={observations + approvals} color="secondary">
      {children}
    </Badge>
  );
}
