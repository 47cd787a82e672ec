import { Stack, Typography } from "@mui/material";
import { useId, type ReactNode } from "react";
import { useTranslate } from "react-admin";

interface Props {
  /** Key of the message catalogue. */
  title: string;
  children: ReactNode;
}

/** A named part of a long form. */
export function FormSection({ title, children }: Props) {
  const translate = useTranslate();
  const heading = useId();
  return (
    <Stack component="section" aria-labelledby={heading} sx={{ width: "100%", maxWidth: "64em", mb: 3, alignItems: "flex-start" }}>
      <Typography id={heading} variant="h6" component="h2" gutterBottom>
        {translate(title)}
      </Typography>
      {children}
    </Stack>
  );
}
