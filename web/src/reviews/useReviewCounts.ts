import { useQueries } from "@tanstack/react-query";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Count } from "../api/types";
import { useSessionToken } from "../session/session";

const EVERY = 5 * 60 * 1000;

/** How much waits for a review and for an approval. */
export function useReviewCounts(): { observations: number; approvals: number } {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const token = useSessionToken();
  const query = (path: string) => ({
    queryKey: ["reviews", path, token],
    queryFn: async ({ signal }: { signal: AbortSignal }) => (await dataProvider.call<Count>({ path, signal })).count,
    enabled: token !== null,
    staleTime: EVERY,
    refetchInterval: EVERY,
  });
  const [observations, approvals] = useQueries({ queries: [query("/observations/count_reviews/"), query("/observation_logs/count_approvals/")] });
  return { observations: observations.data ?? 0, approvals: approvals.data ?? 0 };
}
