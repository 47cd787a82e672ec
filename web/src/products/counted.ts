import type { Product, ProductListItem } from "../api/types";

/** The filter of what the numbers of a product count: its default branch, when there is one. */
export function counted({ repository_default_branch: branch }: Pick<Product | ProductListItem, "repository_default_branch">): Record<string, unknown> {
  return branch ? { branch } : {};
}
