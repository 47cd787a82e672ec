import type { FilterPayload, Identifier, SortPayload } from "react-admin";

/** A stretch of a list that is known: the ids in a row, and where they stand in the list. */
export interface Walk {
  ids: readonly Identifier[];
  /** Position of the first id in the list, from 0. */
  start: number;
  total: number;
  perPage: number;
  /** What the list was filtered and sorted by; it goes on in the same way. */
  filter: FilterPayload;
  sort: SortPayload;
}

/** One page of a list. */
interface WalkPage extends Pick<Walk, "total" | "perPage" | "filter" | "sort"> {
  /** From 1. */
  page: number;
}

export interface Position {
  /** From 1. */
  number: number;
  total: number;
  /** Missing at the ends of the list, and while they are not known. */
  previous?: Identifier;
  next?: Identifier;
  /** The side on which the list goes on, but the walk does not. */
  edge: "previous" | "next" | null;
}

/** The walk that begins with one page of a list. */
export function walkOf(ids: readonly Identifier[], { page, perPage, ...list }: WalkPage): Walk {
  return { ids, start: (page - 1) * perPage, perPage, ...list };
}

/** Whether a walk goes through the list with this fixed filter; lists of different records share a state key. */
export function walksThrough(walk: Walk, fixed: FilterPayload): boolean {
  const [had, wanted] = [walk.filter as Record<string, unknown>, fixed as Record<string, unknown>];
  return Object.keys(wanted).every((name) => JSON.stringify(had[name]) === JSON.stringify(wanted[name]));
}

/** Where a record stands; null when the walk has not come to it. */
export function positionIn({ ids, start, total }: Pick<Walk, "ids" | "start" | "total">, id: Identifier): Position | null {
  const index = ids.indexOf(id);
  if (index === -1) return null;
  const number = start + index + 1;
  const [previous, next] = [ids[index - 1], ids[index + 1]];
  return {
    number,
    total: Math.max(total, number),
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
    edge: next === undefined && number < total ? "next" : previous === undefined && start > 0 ? "previous" : null,
  };
}

/** Where a record stands among others that are all known. */
export function positionAmong(ids: readonly Identifier[], id: Identifier): Position | null {
  return positionIn({ ids, start: 0, total: ids.length }, id);
}

/**
 * The pages on which to look for what lies beyond an edge, one after the other.
 *
 * Records that were dealt with on the way may have left the list, so that later ones have moved up: the page of the last known record comes first.
 */
export function pagesBeyond({ ids, start, perPage }: Walk, edge: "previous" | "next"): number[] {
  if (edge === "previous") return [Math.floor((start - 1) / perPage) + 1];
  const last = Math.floor((start + ids.length - 1) / perPage) + 1;
  return [last, last + 1];
}

/** The walk with a page that was fetched beyond an edge; unchanged when the page has nothing new. */
export function extended(walk: Walk, edge: "previous" | "next", page: readonly Identifier[]): Walk {
  const unseen = page.filter((id) => !walk.ids.includes(id));
  if (unseen.length === 0) return walk;
  if (edge === "next") return { ...walk, ids: [...walk.ids, ...unseen] };
  return { ...walk, ids: [...unseen, ...walk.ids], start: Math.max(0, walk.start - unseen.length) };
}
