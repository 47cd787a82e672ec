import { Badge } from "@mui/material";
import type { ReactElement } from "react";
import { useInbox } from "../inbox/useInbox";

/** Puts on an icon how many notifications are new. */
export function NotificationBadge({ children }: { children: ReactElement }) {
  const { notifications } = useInbox();
  return (
    // An invisible badge keeps its last number in the document, where it would be read out.
    <Badge badgeContent={notifications === 0 ? undefined : notifications} color="secondary">
      {children}
    </Badge>
  );
}
