import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { INBOX } from "../inbox/useInbox";

/** Has the badge and the lists asked for again, after notifications were viewed. */
export function useViewed(): () => void {
  const queryClient = useQueryClient();
  return useCallback(() => {
    void queryClient.invalidateQueries({ queryKey: [INBOX] });
    void queryClient.invalidateQueries({ queryKey: ["notifications", "getList"] });
  }, [queryClient]);
}
