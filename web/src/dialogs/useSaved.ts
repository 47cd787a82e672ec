import { useCallback } from "react";
import { useNotify, useRefresh } from "react-admin";

/** Tells that something was saved, and fetches anew what is on the screen. */
export function useSaved(): (message: string) => void {
  const notify = useNotify();
  const refresh = useRefresh();
  return useCallback(
    (message: string) => {
      notify(message, { type: "success" });
      refresh();
    },
    [notify, refresh],
  );
}
