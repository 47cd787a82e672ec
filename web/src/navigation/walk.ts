/** A stretch of a list that is known: the ids in a row, and where they stand in the list. */
export interface Walk {
  ids: readonly number[];
  /** Position of the first id in the list, from 0. */
  start: number;
  total: number;
  perPage: number;
}

export interface Position {
  /** From 1. */
  number: number;
  total: number;
  /** Missing at the ends of the list, and while they are not known. */
  previous?: number;
  next?: number;
  /** The side on which the list goes on, but the walk does not. */
  edge: "previous" | "next" | null;
}

/** The walk that begins with one page of a list. */
export function walkOf(ids: readonly number[], { page, perPage, total }: { page: number; perPage: number; total: number }): Walk {
  return { ids, start: (page - 1) * perPage, total, perPage };
}

/** Where a record stands; null when the walk has not come to it. */
export function positionIn({ ids, start, total }: Walk, id: number): Position | null {
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
export function extended(walk: Walk, edge: "previous" | "next", page: readonly number[]): Walk {
  const unseen = page.filter((id) => !walk.ids.includes(id));
  if (unseen.length === 0) return walk;
  if (edge === "next") return { ...walk, ids: [...walk.ids, ...unseen] };
  return { ...walk, ids: [...unseen, ...walk.ids], start: Math.max(0, walk.start - unseen.length) };
}
