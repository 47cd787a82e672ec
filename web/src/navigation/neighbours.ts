export interface Page {
  ids: readonly number[];
  page: number;
  perPage: number;
  total: number;
}

export interface Neighbour {
  /** Missing while its page is not loaded. */
  id: number | undefined;
  page: number;
}

export interface Position {
  /** 1-based. */
  number: number;
  total: number;
  previous: Neighbour | null;
  next: Neighbour | null;
}

/** Where a record stands in a list of which one page is known; null when it is not on that page. */
export function positionOf(id: number, { ids, page, perPage, total }: Page): Position | null {
  const index = ids.indexOf(id);
  if (index === -1) return null;
  const number = (page - 1) * perPage + index + 1;
  const neighbour = (offset: -1 | 1): Neighbour => {
    const other = index + offset;
    return { id: ids[other], page: other < 0 ? page - 1 : other >= perPage ? page + 1 : page };
  };
  return {
    number,
    total,
    previous: number > 1 ? neighbour(-1) : null,
    next: number < total ? neighbour(1) : null,
  };
}
