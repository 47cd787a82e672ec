import { Box, Typography } from "@mui/material";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { Labelled } from "../values/Labelled";
import { LabelledGrid } from "../values/LabelledGrid";

interface Props {
  /** Key of the message catalogue. */
  title: string;
  entries: readonly { label: string; value: ReactNode }[];
}

/** Settings below a heading; nothing when none is set. */
export function SettingsSection({ title, entries }: Props) {
  const translate = useTranslate();
  const set = entries.filter(({ value }) => value !== null && value !== undefined && value !== "");
  if (set.length === 0) return null;
  return (
    <Box component="section">
      <Typography variant="h6" component="h2" gutterBottom>
        {translate(title)}
      </Typography>
      <LabelledGrid>
        {set.map(({ label, value }) => (
          <Labelled key={label} label={label}>
            {value}
          </Labelled>
        ))}
      </LabelledGrid>
    </Box>
  );
}
