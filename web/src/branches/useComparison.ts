import { useQueries } from "@tanstack/react-query";
import { useDataProvider } from "react-admin";
import { ACTIVE_STATUSES } from "../values/choices";

/** The numbers of active findings of two branches. */
interface Comparison {
  onlyFirst: number;
  onlySecond: number;
  both: number;
}

interface Compared {
  comparison: Comparison | undefined;
  error: Error | null;
  retry: () => void;
}

/** Compares the active observations of two branches of a product; nothing until both are known. */
export function useComparison(product: number, first: number | undefined, second: number | undefined): Compared {
  const dataProvider = useDataProvider();
  const counts = [
    { branch: first, not_active_in_branch: second },
    { branch: second, not_active_in_branch: first },
    { branch: first },
  ];
  const results = useQueries({
    queries: counts.map((only) => ({
      queryKey: ["observation_titles", "comparison", product, only],
      queryFn: async ({ signal }: { signal: AbortSignal }) => {
        const filter = { product, current_status: ACTIVE_STATUSES, ...only };
        return (await dataProvider.getList("observation_titles", { filter, sort: { field: "id", order: "ASC" }, pagination: { page: 1, perPage: 1 }, signal })).total ?? 0;
      },
      enabled: first !== undefined && second !== undefined,
    })),
  });
  const [onlyFirst, onlySecond, all] = results.map(({ data }) => data);
  return {
    comparison: onlyFirst === undefined || onlySecond === undefined || all === undefined ? undefined : { onlyFirst, onlySecond, both: all - onlyFirst },
    error: results.find(({ error }) => error !== null)?.error ?? null,
    retry: () => results.forEach(({ error, refetch }) => error !== null && void refetch()),
  };
}
