import { useQuery } from "@tanstack/react-query";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Inbox } from "../api/types";
import { useSessionToken } from "../session/session";

const EVERY = 5 * 60 * 1000;
/** Under this key the numbers are kept. */
export const INBOX = "inbox";
const NOTHING: Inbox = { reviews: 0, approvals: 0, notifications: 0 };

/** How much waits for the person: one question for all badges. */
export function useInbox(): Inbox {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const token = useSessionToken();
  const { data } = useQuery({
    queryKey: [INBOX, token],
    queryFn: ({ signal }) => dataProvider.call<Inbox>({ path: "/status/inbox/", signal }),
    enabled: token !== null,
    staleTime: EVERY,
    refetchInterval: EVERY,
    // Whoever comes back to the window sees what is waiting now.
    refetchOnWindowFocus: "always",
  });
  return data ?? NOTHING;
}
