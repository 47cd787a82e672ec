import type { FilterPayload, SortPayload } from "react-admin";

/** The list that a person came from to a detail screen; its neighbours are the screen's "previous" and "next". */
export interface ListContext {
  /** Under which the list keeps its filters and sort. */
  stateKey: string;
  filter: FilterPayload;
  sort: SortPayload;
}

type Makers = Record<string, (id: number) => ListContext>;

const SEVERITY: SortPayload = { field: "current_severity", order: "ASC" };
/** What waits for a review, and what for an approval. */
export const IN_REVIEW: FilterPayload = { current_status: "In review" };
export const PENDING: FilterPayload = { assessment_status: "Needs approval" };
export const OLDEST: SortPayload = { field: "created", order: "ASC" };

const NAME: SortPayload = { field: "name", order: "ASC" };

/** State keys of lists that are the origin of a detail screen. */
export const stateKeys = {
  observations: "observations.list",
  recentObservations: "observations.dashboard",
  reviews: "observations.review",
  reviewsOf: (product: number) => `observations.review.${product}`,
  approvals: "observation_logs.approval",
  approvalsOf: (product: number) => `observation_logs.approval.${product}`,
  observationsOf: (product: number) => `observations.embedded.${product}`,
  products: "products.list",
  productsOf: (group: number) => `products.embedded.${group}`,
  productGroups: "product_groups.list",
  licenseComponentsOf: (product: number) => `license_components.embedded.${product}`,
};

/** What `?from=` can say on each detail screen: `list`, or a name and an id such as `product-7`. */
const CONTEXTS: Record<"observations" | "observation_logs" | "products" | "product_groups" | "license_components", Makers> = {
  observations: {
    list: () => ({ stateKey: stateKeys.observations, filter: {}, sort: SEVERITY }),
    recent: () => ({
      stateKey: stateKeys.recentObservations,
      filter: { age: "Past 7 days", current_status: ["Open", "Affected", "In review"] },
      sort: SEVERITY,
    }),
    product: (id) => ({ stateKey: stateKeys.observationsOf(id), filter: { product: id }, sort: SEVERITY }),
    reviews: () => ({ stateKey: stateKeys.reviews, filter: IN_REVIEW, sort: SEVERITY }),
    productreviews: (id) => ({ stateKey: stateKeys.reviewsOf(id), filter: { ...IN_REVIEW, product: id }, sort: SEVERITY }),
  },
  observation_logs: {
    approvals: () => ({ stateKey: stateKeys.approvals, filter: PENDING, sort: OLDEST }),
    productapprovals: (id) => ({ stateKey: stateKeys.approvalsOf(id), filter: { ...PENDING, product: id }, sort: OLDEST }),
  },
  products: {
    list: () => ({ stateKey: stateKeys.products, filter: {}, sort: NAME }),
    group: (id) => ({ stateKey: stateKeys.productsOf(id), filter: { product_group: id }, sort: NAME }),
  },
  license_components: {
    product: (id) => ({ stateKey: stateKeys.licenseComponentsOf(id), filter: { product: id }, sort: { field: "evaluation_result", order: "ASC" } }),
  },
  product_groups: {
    list: () => ({ stateKey: stateKeys.productGroups, filter: {}, sort: NAME }),
  },
};

/** Reads `?from=`; null when it is missing or names no list. */
export function contextOf(resource: keyof typeof CONTEXTS, from: string | null): ListContext | null {
  const [, name, id] = /^([a-z]+)(?:-(\d+))?$/.exec(from ?? "") ?? [];
  if (name === undefined || !Object.hasOwn(CONTEXTS[resource], name)) return null;
  return CONTEXTS[resource][name]?.(Number(id ?? 0)) ?? null;
}
