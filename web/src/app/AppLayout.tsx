import { useEffect, type ReactNode } from "react";
import { Layout, Loading, useLogout } from "react-admin";
import { useCurrentUser, useSessionToken } from "../session/session";
import { useStatusSettings } from "../session/statusSettings";
import { AppMenu } from "./AppMenu";
import { AppTopBar } from "./AppTopBar";
import { ErrorCard } from "./ErrorCard";

/** The frame of all screens: bar at the top, menu at the side. Waits for what decides about the menu's entries. */
export function AppLayout({ children }: { children: ReactNode }) {
  const logout = useLogout();
  const token = useSessionToken();
  const user = useCurrentUser();
  const settings = useStatusSettings();

  useEffect(() => {
    // Another tab has ended the session; here it ends too.
    if (token === null) void logout();
  }, [token, logout]);

  if (settings.isError) return <ErrorCard error={settings.error} onRetry={() => void settings.refetch()} />;
  if (user === null || settings.data === undefined) return <Loading />;
  return (
    <Layout appBar={AppTopBar} menu={AppMenu} appBarAlwaysOn>
      {children}
    </Layout>
  );
}
