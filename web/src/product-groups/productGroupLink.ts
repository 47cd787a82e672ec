/** The detail screen of a product group; `from` names the list that it is opened from (navigation/context.ts). */
export function productGroupLink(id: number | string, from?: string): string {
  return `/product_groups/${id}/show${from === undefined ? "" : `?from=${from}`}`;
}
