/** The detail screen of a product group; `from` names the list that it is opened from (navigation/context.ts). */
export function productGroupLink(id: number | string, from?: string): string {
  return `/product_groups/${id}/show${from === undefined ? "" : `?from=${from}`}`;
}

/** The license components of a group's products with one result. */
export function groupLicensesLink(group: number, result: string): string {
  return `/product_groups/${group}/show/licenses?filter=${encodeURIComponent(JSON.stringify({ evaluation_result: result }))}`;
}
