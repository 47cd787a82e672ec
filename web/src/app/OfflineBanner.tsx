import { Alert, CircularProgress } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslate } from "react-admin";
import { connection, useReachable } from "../api/connection";

const HEALTH = "/api/status/health/";
const INTERVAL_MS = 2000;

async function isHealthy(): Promise<boolean> {
  try {
    return (await fetch(HEALTH, { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

/** Says that the server cannot be reached, looks for it, and fetches anew what is on the screen when it is back. */
export function OfflineBanner() {
  const translate = useTranslate();
  const queryClient = useQueryClient();
  const reachable = useReachable();
  useEffect(() => {
    if (reachable) return;
    const look = async () => {
      if (!(await isHealthy())) return;
      connection.report(true);
      await queryClient.invalidateQueries();
    };
    const timer = setInterval(() => void look(), INTERVAL_MS);
    return () => clearInterval(timer);
  }, [reachable, queryClient]);
  // The region is there before its text is: only then do screen readers tell it.
  return (
    <div role="alert">
      {reachable ? null : (
        <Alert severity="warning" role="presentation" icon={<CircularProgress size={20} color="inherit" aria-hidden />} sx={{ mb: 2 }}>
          {translate("error.offline")}
        </Alert>
      )}
    </div>
  );
}
