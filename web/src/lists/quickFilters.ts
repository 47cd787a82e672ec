import type { RaRecord } from "react-admin";
import { valueAt, type Column } from "./columns";
import { isSet, type ListFilter } from "./filters";

/** One value of a row, and what filters the list by it. */
export interface QuickFilter<T extends RaRecord> {
  column: Column<T>;
  /** The value as the row shows it. */
  text: string;
  /** Parameter of the list's request. */
  source: string;
  value: unknown;
}

/** The values of a row by which its list can be filtered. */
export function quickFilters<T extends RaRecord>(columns: readonly Column<T>[], filters: readonly ListFilter[], record: T): QuickFilter<T>[] {
  return columns.flatMap((column) => {
    const filter = filters.find(({ source }) => column.filterBy?.[source] !== undefined);
    const value = filter === undefined ? undefined : column.filterBy?.[filter.source]?.(record);
    if (filter === undefined || !isSet(value)) return [];
    return [{ column, text: String(valueAt(record, column.source)), source: filter.source, value: filter.kind === "choices" ? [value] : value }];
  });
}
