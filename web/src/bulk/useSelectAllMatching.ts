import { useState } from "react";
import { useDataProvider, useListContext, useNotify, type FilterPayload } from "react-admin";

// The largest page that the server promises to deliver (http-conventions: not capped below 1000).
const PER_PAGE = 1000;

interface SelectAll {
  selectAll: () => Promise<void>;
  selecting: boolean;
}

/** Selects every row of the surrounding list's filters, also those of other pages; `selectFilter` narrows them to those that may be selected. */
export function useSelectAllMatching(light: string | undefined, selectFilter: FilterPayload | undefined): SelectAll {
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const list = useListContext();
  const { sort, total = 0, onSelect } = list;
  const [selecting, setSelecting] = useState(false);

  const selectAll = async () => {
    if (light === undefined) return;
    setSelecting(true);
    try {
      const ids: number[] = [];
      for (let page = 1; ids.length < total; page++) {
        const all: FilterPayload = { ...(list.filterValues as object), ...(list.filter as object), ...selectFilter };
        const { data } = await dataProvider.getList<{ id: number }>(light, { filter: all, sort, pagination: { page, perPage: PER_PAGE } });
        ids.push(...data.map(({ id }) => id));
        if (data.length < PER_PAGE) break;
      }
      onSelect(ids);
    } catch (cause) {
      notify(cause instanceof Error ? cause.message : String(cause), { type: "warning" });
    } finally {
      setSelecting(false);
    }
  };
  return { selectAll, selecting };
}
