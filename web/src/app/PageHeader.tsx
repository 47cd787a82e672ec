import { Card, Stack, Typography } from "@mui/material";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { PageTitle } from "./PageTitle";

interface Props {
  /** Key of the message catalogue. */
  title: string;
  icon: ReactNode;
  children?: ReactNode;
}

/** The card at the top of a list or settings page. */
export function PageHeader({ title, icon, children }: Props) {
  const translate = useTranslate();
  return (
    <Card sx={{ mb: 2, px: 2, py: 1.5 }}>
      <PageTitle parts={[title]} />
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ alignItems: "center", flexWrap: "wrap" }}>
        {icon}
        <Typography variant="h5" component="h1" sx={{ flexGrow: 1 }}>
          {translate(title)}
        </Typography>
        {children}
      </Stack>
    </Card>
  );
}
