import { openedFrom } from "../navigation/context";

/** The detail screen of a product; `from` names the list that it is opened from (navigation/context.ts). */
export function productLink(id: number | string, from?: string): string {
  return openedFrom(`/products/${id}/show`, from);
}
