import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useDataProvider } from "react-admin";
import { SEARCH_SOURCES, type Hit, type SearchSource } from "./sources";

const HITS_PER_SOURCE = 5;
const SHORTEST = 2;

export interface Group {
  label: string;
  hits: Hit[];
  total: number;
  all?: string;
}

interface Search {
  groups: Group[];
  searching: boolean;
  error: Error | null;
}

/** Asks every source for a text, once it is long enough to tell things apart. */
export function useSearch(text: string): Search {
  const dataProvider = useDataProvider();
  const results = useQueries({
    queries: SEARCH_SOURCES.map(({ resource, sort }) => ({
      queryKey: ["search", resource, text],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        dataProvider.getList<{ id: number }>(resource, { filter: { search: text }, sort, pagination: { page: 1, perPage: HITS_PER_SOURCE }, signal }),
      enabled: text.length >= SHORTEST,
      placeholderData: keepPreviousData,
    })),
  });
  const groups = SEARCH_SOURCES.flatMap((source, index) => {
    const found = results[index]?.data;
    return text.length < SHORTEST || found === undefined || found.data.length === 0 ? [] : [groupOf(source, text, found.data, found.total ?? found.data.length)];
  });
  return {
    groups,
    searching: results.some(({ isFetching }) => isFetching),
    error: results.find(({ error }) => error !== null)?.error ?? null,
  };
}

function groupOf({ label, resource, hit, all }: SearchSource, text: string, records: { id: number }[], total: number): Group {
  return {
    label,
    total,
    hits: records.map((record) => ({ key: `${resource}-${record.id}`, ...hit(record as never) })),
    ...(all !== undefined && total > records.length && { all: all(text) }),
  };
}
