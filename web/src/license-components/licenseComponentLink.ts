import { openedFrom } from "../navigation/context";

/** Address of a license component; `from` names the list that it was opened from. */
export function licenseComponentLink(id: number | string, from?: string): string {
  return openedFrom(`/license_components/${id}/show`, from);
}

/** Address of a product's license components with a filter. */
export function productLicensesLink(product: number, filter: Record<string, unknown> = {}): string {
  const address = `/products/${product}/show/licenses`;
  return Object.keys(filter).length === 0 ? address : `${address}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
