import InboxIcon from "@mui/icons-material/Inbox";
import { Card, Stack, Typography } from "@mui/material";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";

interface Props {
  /** Key of the message catalogue. */
  text: string;
  action?: ReactNode;
}

/** What stands in place of a list that has no rows at all. */
export function EmptyList({ text, action }: Props) {
  const translate = useTranslate();
  return (
    <Card>
      <Stack spacing={2} sx={{ alignItems: "center", py: 8, color: "text.secondary" }}>
        <InboxIcon sx={{ fontSize: 64 }} />
        <Typography>{translate(text)}</Typography>
        {action}
      </Stack>
    </Card>
  );
}
