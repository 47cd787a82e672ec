import type { Product } from "../api/types";
import type { Crumb } from "../app/Crumbs";
import { productGroupLink } from "../product-groups/productGroupLink";

/** What a product belongs to: its group, else the list of all. */
export function productPath(product: Pick<Product, "product_group" | "product_group_name">, translate: (key: string) => string): Crumb[] {
  const { product_group: group, product_group_name: name } = product;
  return group ? [{ name, to: productGroupLink(group) }] : [{ name: translate("menu.products"), to: "/products" }];
}
