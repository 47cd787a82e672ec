import { useCallback, useState } from "react";
import { HttpError, useNotify, useRefresh } from "react-admin";

interface Action {
  /** Runs a call, tells its outcome and fetches anew what is on the screen. True when it went well. */
  run: (call: () => Promise<unknown>, success: string) => Promise<boolean>;
  running: boolean;
}

/** For calls that belong to a button: one at a time, with a message about the outcome. */
export function useAction(): Action {
  const notify = useNotify();
  const refresh = useRefresh();
  const [running, setRunning] = useState(false);

  const run = useCallback(
    async (call: () => Promise<unknown>, success: string) => {
      setRunning(true);
      try {
        await call();
      } catch (cause) {
        // 401 is being told by the login page.
        if (!(cause instanceof HttpError && cause.status === 401)) {
          notify(cause instanceof Error ? cause.message : String(cause), { type: "warning", multiLine: true });
        }
        return false;
      } finally {
        setRunning(false);
      }
      notify(success, { type: "success" });
      refresh();
      return true;
    },
    [notify, refresh],
  );
  return { run, running };
}
