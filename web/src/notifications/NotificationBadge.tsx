import { Badge } from "@mui/material";
import type { ReactElement } from "react";
import { useInbox } from "../inbox/useInbox";

/** Puts on an icon how many notifications are new. */
export function NotificationBadge({ children }: { children: ReactElement }) {
  const { notifications } = useInbox();
  return (
    <Badge badgeContent={notifications} color="secondary">
      {children}
    </Badge>
  );
}
