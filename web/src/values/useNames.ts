import { useQuery } from "@tanstack/react-query";
import { useDataProvider } from "react-admin";

// The largest page that the server promises to deliver; beyond it the ids have to do.
const PER_PAGE = 1000;
const FRESH_MS = 5 * 60 * 1000;

/** The names of a light resource by their ids, for tables that know ids only: one call for all rows. */
export function useNames(reference: string): ReadonlyMap<number, string> {
  const dataProvider = useDataProvider();
  const { data } = useQuery({
    queryKey: ["names", reference],
    queryFn: async () => {
      const page = await dataProvider.getList<{ id: number; name: string }>(reference, {
        pagination: { page: 1, perPage: PER_PAGE },
        sort: { field: "name", order: "ASC" },
        filter: {},
      });
      return new Map(page.data.map(({ id, name }) => [id, name]));
    },
    staleTime: FRESH_MS,
  });
  return data ?? new Map<number, string>();
}
