import { useEffect } from "react";
import { useListContext, useStore, type FilterPayload, type RaRecord } from "react-admin";
import { filledColumns, withFilled, type Column, type FilledColumns } from "./columns";
import { useListFilters } from "./useListFilters";

const NONE: FilledColumns = { filter: "", sources: [] };

/** The automatic columns with a value on this page or on one that was seen before under the same filters. */
export function useFilledColumns<T extends RaRecord>(stateKey: string, columns: readonly Column<T>[], fixed: FilterPayload | undefined): readonly string[] {
  const { data, isPlaceholderData } = useListContext<T>();
  const { values } = useListFilters();
  const [seen, setSeen] = useStore<FilledColumns>(`${stateKey}.filled`, NONE);
  // Until the rows of a new filter are there, those of the last one are shown, with their columns.
  const settled = data !== undefined && !isPlaceholderData;
  const filter = settled ? JSON.stringify([fixed, values]) : seen.filter;
  const now = withFilled(seen, filter, filledColumns(columns, data ?? []));
  useEffect(() => {
    if (settled && now !== seen) setSeen(now);
  });
  return now.sources;
}
