import { useListContext } from "react-admin";
import type { FilterValues } from "./filters";

type Opened = Readonly<Record<string, boolean | undefined>>;

interface ListFilters {
  values: FilterValues;
  /** Filters of the menu "Add filter" that were added. */
  opened: Opened;
  setFilters: (values: FilterValues, opened?: Opened) => void;
}

/** What the surrounding list is filtered by. */
export function useListFilters(): ListFilters {
  const list = useListContext();
  const opened = list.displayedFilters as Opened;
  return {
    values: list.filterValues as FilterValues,
    opened,
    setFilters: (next, shown = opened) => list.setFilters(next, shown),
  };
}
