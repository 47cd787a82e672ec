export type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];
export type Query = Record<string, QueryValue>;

/**
 * The query string of a request, with its question mark; empty without parameters. Lists repeat their parameter, empty
 * values are left out: for the server an empty text is an invalid choice, not "no filter".
 */
export function queryString(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    const values = Array.isArray(value) ? (value as readonly (string | number)[]) : [value as string | number | boolean];
    for (const one of values) parameters.append(name, String(one));
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}

export interface ListParams {
  filter?: Query;
  sort?: { field: string; order: "ASC" | "DESC" };
  pagination?: { page: number; perPage: number };
}

/** The parameters of a list as the API names them. */
export function listQuery({ filter = {}, sort, pagination }: ListParams): Query {
  const ordering = sort === undefined || sort.field === "" ? undefined : `${sort.order === "DESC" ? "-" : ""}${sort.field}`;
  return { ...filter, page: pagination?.page, page_size: pagination?.perPage, ordering };
}
