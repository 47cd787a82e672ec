import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useDataProvider, useStore, type FilterPayload, type Identifier, type RaRecord, type SortPayload } from "react-admin";
import { useCurrentUser } from "../session/session";
import type { ListContext } from "./context";
import { extended, pagesBeyond, positionIn, walkOf, walksThrough, type Position } from "./walk";
import { useWalk, walkStore } from "./walkStore";

interface StoredParams {
  filter?: FilterPayload;
  sort?: string;
  order?: "ASC" | "DESC";
  page?: number;
  perPage?: number;
}

/** Where a record stands in the list that it was opened from. Ids come from the page that was seen last; others are fetched when they are needed. */
export function useNeighbours(light: string, context: ListContext, id: Identifier): Position | null {
  const dataProvider = useDataProvider();
  const user = useCurrentUser();
  const [stored] = useStore<StoredParams>(context.stateKey, {});
  const last = useWalk(context.stateKey);
  const walk = last !== null && walksThrough(last, context.filter) ? last : null;
  const position = walk === null ? null : positionIn(walk, id);

  const fetchPage = async (page: number, perPage: number, list: { filter: FilterPayload; sort: SortPayload }) => {
    const { resource, opens } = context.rows ?? { resource: light, opens: "id" };
    const { data, total = 0 } = await dataProvider.getList<RaRecord>(resource, { pagination: { page, perPage }, ...list });
    return { ids: data.map((record) => record[opens] as Identifier), total };
  };
  const begin = useQuery({
    queryKey: ["walk", context.stateKey, "begin", id, context.filter],
    queryFn: async () => {
      const [page, perPage] = [stored.page ?? 1, stored.perPage ?? user?.setting_rows_per_page ?? 25];
      const sort: SortPayload = stored.sort === undefined ? context.sort : { field: stored.sort, order: stored.order ?? "ASC" };
      const filter: FilterPayload = { ...(stored.filter as object), ...(context.filter as object) };
      const { ids, total } = await fetchPage(page, perPage, { filter, sort });
      return walkOf(ids, { page, perPage, total, filter, sort });
    },
    enabled: position === null,
    staleTime: Infinity,
  });
  const edge = position?.edge ?? null;
  const beyond = useQuery({
    queryKey: ["walk", context.stateKey, edge, id, walk?.filter, walk?.sort],
    queryFn: async () => {
      if (walk === null || edge === null) return null;
      for (const page of pagesBeyond(walk, edge)) {
        const more = extended(walk, edge, (await fetchPage(page, walk.perPage, walk)).ids);
        if (more !== walk) return more;
      }
      return walk;
    },
    enabled: edge !== null,
    staleTime: Infinity,
  });
  const found = edge === null ? begin.data : beyond.data;
  useEffect(() => {
    if (found && positionIn(found, id) !== null) walkStore.set(context.stateKey, found);
  }, [found, context.stateKey, id]);
  return position;
}
