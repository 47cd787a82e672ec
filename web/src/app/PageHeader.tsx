import { Box, Card, Stack, Typography } from "@mui/material";
import type { ReactElement, ReactNode } from "react";
import { Crumbs, type Crumb } from "./Crumbs";
import { PageTitle } from "./PageTitle";

interface Props {
  /** What the page is about: a translated text or the name of a record. */
  title: string;
  icon?: ReactElement;
  /** What the record belongs to, outermost first; also part of the browser tab's title. */
  path?: readonly Crumb[];
  /** Beside the title: chips about the state. */
  state?: ReactNode;
  /** At the right: numbers. */
  summary?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
}

/** The card at the top of a page: where one is, what it is about, what can be done. */
export function PageHeader({ title, icon, path = [], state, summary, actions }: Props) {
  const names = path.map(({ name }) => name).reverse();
  return (
    <Card component="header" sx={{ mb: 2, px: 2, py: 1.25 }}>
      <PageTitle parts={[title, ...names]} />
      <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 3, rowGap: 1, alignItems: "center" }}>
        <Box sx={{ flex: "1 1 16em", minWidth: 0 }}>
          <Crumbs path={path} />
          <Stack direction="row" useFlexGap sx={{ alignItems: "center", columnGap: 1.25, rowGap: 0.5, flexWrap: "wrap" }}>
            {icon}
            <Typography variant="h5" component="h1" sx={{ overflowWrap: "anywhere", minWidth: 0 }}>
              {title}
            </Typography>
            {state}
          </Stack>
        </Box>
        {summary}
        {actions !== undefined && actions !== null ? (
          <Stack direction="row" useFlexGap sx={{ columnGap: 0.5, rowGap: 0.5, alignItems: "center", flexWrap: "wrap" }}>
            {actions}
          </Stack>
        ) : null}
      </Box>
    </Card>
  );
}
