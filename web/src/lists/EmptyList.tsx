import InboxIcon from "@mui/icons-material/InboxOutlined";
import { Stack, Typography } from "@mui/material";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";

interface Props {
  /** Keys of the message catalogue: that there is nothing, and what to do about it. */
  text: string;
  hint?: string;
  action?: ReactNode;
}

/** What stands in place of a list that has no rows at all. */
export function EmptyList({ text, hint, action }: Props) {
  const translate = useTranslate();
  return (
    <Stack spacing={1.5} sx={{ alignItems: "center", py: 7, px: 2, textAlign: "center" }}>
      <InboxIcon aria-hidden sx={{ fontSize: 56, color: "text.secondary" }} />
      <Typography>{translate(text)}</Typography>
      {hint === undefined ? null : (
        <Typography variant="body2" sx={{ color: "text.secondary", maxWidth: "36em" }}>
          {translate(hint)}
        </Typography>
      )}
      {action}
    </Stack>
  );
}
