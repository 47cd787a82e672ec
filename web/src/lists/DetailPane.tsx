import { Box } from "@mui/material";
import { Suspense, type ReactNode } from "react";
import { useTranslate } from "react-admin";
import { ScreenSkeleton } from "../app/ScreenSkeleton";

/** Stands beside the rows of a list and keeps its place while these are scrolled. */
export function DetailPane({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box
      role="region"
      tabIndex={0}
      aria-label={translate("view.details")}
      sx={{ position: "sticky", top: 56, maxHeight: "calc(100vh - 72px)", overflowY: "auto", minWidth: 0, p: 0.5 }}
    >
      <Suspense fallback={<ScreenSkeleton />}>{children}</Suspense>
    </Box>
  );
}
