import { useMediaQuery } from "@mui/material";
import { QueryClient } from "@tanstack/react-query";
import { Admin, localStorageStore } from "react-admin";
import { dataProvider } from "../api/dataProvider";
import { i18nProvider } from "../i18n/i18nProvider";
import { authProvider } from "../session/authProvider";
import { AppLayout } from "./AppLayout";
import { LoginPage } from "./LoginPage";
import { Message } from "./Message";
import { NotFoundPage } from "./NotFoundPage";
import { Dashboard, screens } from "./screens";
import { darkTheme, lightTheme } from "./theme";
import { useThemeChoice } from "./themeChoice";

const store = localStorageStore();
const queryClient = new QueryClient({
  // A second try would only delay the message: the server is one process, and a rejected request stays rejected.
  defaultOptions: { queries: { retry: false, staleTime: 1000 } },
});

export function App() {
  const choice = useThemeChoice();
  const systemIsDark = useMediaQuery("(prefers-color-scheme: dark)");
  const dark = choice === "dark" || (choice === "system" && systemIsDark);
  return (
    <Admin
      title="SecObserve"
      // The theme follows the person's choice, which is kept outside react-admin's own store.
      theme={dark ? darkTheme : lightTheme}
      darkTheme={null}
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      queryClient={queryClient}
      store={store}
      layout={AppLayout}
      loginPage={LoginPage}
      notification={Message}
      dashboard={Dashboard}
      catchAll={NotFoundPage}
      disableTelemetry
    >
      {screens}
    </Admin>
  );
}
