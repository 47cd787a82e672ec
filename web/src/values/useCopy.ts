import { useCallback } from "react";
import { useNotify } from "react-admin";
import { copyText } from "./copyText";

/** Copies a text to the clipboard and says so. */
export function useCopy(): (text: string) => Promise<boolean> {
  const notify = useNotify();
  return useCallback(
    async (text: string) => {
      const copied = await copyText(text);
      notify(copied ? "copy.done" : "copy.failed", { type: copied ? "success" : "warning" });
      return copied;
    },
    [notify],
  );
}
