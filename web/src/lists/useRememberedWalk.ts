import { useEffect } from "react";
import { useListContext, type FilterPayload, type Identifier, type RaRecord } from "react-admin";
import { walkOf, type Walk } from "../navigation/walk";
import { walkStore } from "../navigation/walkStore";

interface Options<T extends RaRecord> {
  /** null: the screens of the rows do not lead to their neighbours. */
  stateKey: string | null;
  /** The fixed filter of the list. */
  filter: FilterPayload | undefined;
  /** The id of the record that a row opens. */
  idOf: ((record: T) => Identifier) | undefined;
}

/** Keeps the ids of the page that is shown, for "previous" and "next" on the screens that its rows open. */
export function useRememberedWalk<T extends RaRecord>({ stateKey, filter, idOf = ({ id }) => id }: Options<T>): void {
  const list = useListContext<T>();
  const { data, isPlaceholderData, total = 0, page, perPage, sort } = list;
  // While the next page is loading, the rows are still those of the last one.
  const known = stateKey !== null && data !== undefined && !isPlaceholderData;
  const walk = known ? walkOf(data.map(idOf), { page, perPage, total, sort, filter: { ...(list.filterValues as object), ...(filter as object) } }) : null;
  // Lists give new objects at each rendering; what they say is compared.
  const text = JSON.stringify(walk);
  useEffect(() => {
    if (stateKey !== null && text !== "null") walkStore.set(stateKey, JSON.parse(text) as Walk);
  }, [stateKey, text]);
}
