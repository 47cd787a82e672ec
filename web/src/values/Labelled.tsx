import { Box, Typography } from "@mui/material";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";

interface Props {
  /** Key of the message catalogue. */
  label: string;
  /** What the label names. */
  names?: Record<string, string>;
  children: ReactNode;
}

/** A value below its label. Without a value (null, undefined, empty text) there is nothing to see. */
export function Labelled({ label, names = {}, children }: Props) {
  const translate = useTranslate();
  if (children === null || children === undefined || children === "") return null;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="caption" component="div" sx={{ color: "text.secondary" }}>
        {translate(label, names)}
      </Typography>
      <Typography variant="body2" component="div" sx={{ overflowWrap: "anywhere" }}>
        {children}
      </Typography>
    </Box>
  );
}
