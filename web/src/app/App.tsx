import { CssBaseline, ThemeProvider, useMediaQuery } from "@mui/material";
import { QueryClient } from "@tanstack/react-query";
import { CoreAdminContext, CoreAdminUI } from "react-admin";
import { dataProvider } from "../api/dataProvider";
import { i18nProvider } from "../i18n/i18nProvider";
import { authProvider } from "../session/authProvider";
import { AppLayout } from "./AppLayout";
import { LazyLogin } from "./LazyLogin";
import { Message } from "./Message";
import { NotFoundPage } from "./NotFoundPage";
import { Dashboard, screens } from "./screens";
import { ScreenSkeleton } from "./ScreenSkeleton";
import { darkTheme, lightTheme } from "./theme";
import { useThemeChoice } from "./themeChoice";
import { viewStore } from "./viewStore";

const queryClient = new QueryClient({
  // A second try would only delay the message: the server is one process, and a rejected request stays rejected.
  defaultOptions: { queries: { retry: false, staleTime: 1000 } },
});

/**
 * The application. Of react-admin it takes the core, which draws nothing, and the parts that screens ask for: its complete `Admin` would load a
 * login, a layout and forms that are not used here.
 */
export function App() {
  const choice = useThemeChoice();
  const systemIsDark = useMediaQuery("(prefers-color-scheme: dark)");
  const dark = choice === "dark" || (choice === "system" && systemIsDark);
  return (
    <CoreAdminContext authProvider={authProvider} dataProvider={dataProvider} i18nProvider={i18nProvider} queryClient={queryClient} store={viewStore}>
      <ThemeProvider theme={dark ? darkTheme : lightTheme}>
        <CssBaseline enableColorScheme />
        <CoreAdminUI layout={AppLayout} loginPage={LazyLogin} dashboard={Dashboard} catchAll={NotFoundPage} loading={ScreenSkeleton} title="SecObserve" disableTelemetry>
          {screens}
        </CoreAdminUI>
        <Message />
      </ThemeProvider>
    </CoreAdminContext>
  );
}
