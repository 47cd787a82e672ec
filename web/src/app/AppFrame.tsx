import { Box, Toolbar } from "@mui/material";
import { Suspense, type ReactNode } from "react";
import { ErrorBoundary } from "react-error-boundary";
import { CheckForApplicationUpdate } from "react-admin";
import { useLocation } from "react-router-dom";
import { ShortcutListener } from "../shortcuts/ShortcutListener";
import { AppSidebar } from "./AppSidebar";
import { AppTopBar } from "./AppTopBar";
import { CrashCard } from "./CrashCard";
import { OfflineBanner } from "./OfflineBanner";
import { ScreenSkeleton } from "./ScreenSkeleton";
import { ScrollToTop } from "./ScrollToTop";
import { SkipLink } from "./SkipLink";
import { UpdateNotice } from "./UpdateNotice";

const MAIN = "main-content";
const LOOK_FOR_UPDATES_MS = 5 * 60 * 1000;

/** Bar at the top, menu at the side, and the screen. */
export function AppFrame({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <Box sx={{ display: "flex", minHeight: "100vh" }}>
      <SkipLink target={MAIN} />
      <AppTopBar />
      <AppSidebar />
      <Box component="main" id={MAIN} tabIndex={-1} sx={{ flexGrow: 1, minWidth: 0, p: { xs: 1.5, md: 2 }, pb: 4, outline: "none" }}>
        <Toolbar variant="dense" />
        <OfflineBanner />
        <ShortcutListener />
        <ScrollToTop />
        <CheckForApplicationUpdate interval={LOOK_FOR_UPDATES_MS} notification={<UpdateNotice />} />
        <ErrorBoundary FallbackComponent={CrashCard} resetKeys={[pathname]}>
          <Suspense fallback={<ScreenSkeleton />}>{children}</Suspense>
        </ErrorBoundary>
      </Box>
    </Box>
  );
}
