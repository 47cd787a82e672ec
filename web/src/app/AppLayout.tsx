import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { useNavigate } from "react-router-dom";
import { session, useSessionToken } from "../session/session";
import { useStatusSettings } from "../session/statusSettings";
import { useOwnUser } from "../session/useOwnUser";
import { AppFrame } from "./AppFrame";
import { ErrorCard } from "./ErrorCard";
import { ScreenSkeleton } from "./ScreenSkeleton";

/**
 * The frame of all screens but the login: whoever has no session is sent there. This stands in for react-admin's
 * `requireAuth`, which runs in circles when the check of the session answers at once.
 */
export function AppLayout({ children }: { children: ReactNode }) {
  const token = useSessionToken();
  const [hadSession] = useState(token !== null);
  return token === null ? <ToLogin hadSession={hadSession} /> : <Frame>{children}</Frame>;
}

/** A screen that was opened without a session is opened after the login; one on which a session ended is not. */
function ToLogin({ hadSession }: { hadSession: boolean }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => {
    if (hadSession) queryClient.clear();
    else session.rememberLocation();
    void navigate("/login", { replace: true });
  }, [hadSession, queryClient, navigate]);
  return null;
}

/** Waits for what decides about the menu's entries. */
function Frame({ children }: { children: ReactNode }) {
  const user = useOwnUser();
  const settings = useStatusSettings();
  if (settings.data === undefined && settings.isError) return <ErrorCard error={settings.error} onRetry={() => void settings.refetch()} />;
  if (user.error !== null) return <ErrorCard error={user.error} onRetry={user.retry} />;
  if (!user.known || settings.data === undefined) return <ScreenSkeleton />;
  return <AppFrame>{children}</AppFrame>;
}
