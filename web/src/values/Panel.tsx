import { Card, CardContent, Stack, Typography } from "@mui/material";
import { useId, type ReactNode } from "react";
import { useTranslate } from "react-admin";

interface Props {
  /** Key of the message catalogue. */
  title: string;
  titleArgs?: Record<string, string | number>;
  children: ReactNode;
  action?: ReactNode;
}

/** A card with a heading. */
export function Panel({ title, titleArgs = {}, children, action }: Props) {
  const translate = useTranslate();
  const heading = useId();
  return (
    <Card component="section" aria-labelledby={heading}>
      <CardContent>
        <Stack direction="row" sx={{ justifyContent: "space-between", alignItems: "center", mb: 1.5 }}>
          <Typography id={heading} variant="h6" component="h2">
            {translate(title, titleArgs)}
          </Typography>
          {action}
        </Stack>
        {/* Groups of values that are all missing would leave a gap. */}
        <Stack spacing={1.5} sx={{ "& .MuiStack-root:empty": { display: "none" } }}>
          {children}
        </Stack>
      </CardContent>
    </Card>
  );
}
