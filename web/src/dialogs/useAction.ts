import { useCallback, useState } from "react";
import { HttpError, useNotify, useRefresh } from "react-admin";

interface Action {
  /** Runs a call, tells its success and fetches anew what is on the screen. True when it went well. */
  run: (call: () => Promise<unknown>, success: string, names?: Record<string, string | number>) => Promise<boolean>;
  running: boolean;
  /** Why the last call failed. */
  error: string | null;
}

/** For calls that belong to a button: one at a time; what failed is told where the button is. */
export function useAction(): Action {
  const notify = useNotify();
  const refresh = useRefresh();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const run = useCallback(
    async (call: () => Promise<unknown>, success: string, names: Record<string, string | number> = {}) => {
      setRunning(true);
      setError(null);
      try {
        await call();
      } catch (cause) {
        // 401 is being told by the login page.
        if (!(cause instanceof HttpError && cause.status === 401)) setError(cause instanceof Error ? cause.message : String(cause));
        return false;
      } finally {
        setRunning(false);
      }
      notify(success, { type: "success", messageArgs: names });
      refresh();
      return true;
    },
    [notify, refresh],
  );
  return { run, running, error };
}
