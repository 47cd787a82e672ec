import type { FilterPayload, SortPayload } from "react-admin";

/** The list that a person came from to a detail screen; its neighbours are the screen's "previous" and "next". */
export interface ListContext {
  /** Under which the list keeps its filters and sort. */
  stateKey: string;
  filter: FilterPayload;
  sort: SortPayload;
  /** Where rows are not the records that they open: the resource of the rows, and their attribute with the id of the record. */
  rows?: { resource: string; opens: string };
}

/** What `?from=` says besides the name of the list. */
interface Within {
  id: number;
  /** The fixed filter of a list that no id stands for. */
  filter: FilterPayload;
}

type Makers = Record<string, (within: Within) => ListContext>;

const SEVERITY: SortPayload = { field: "current_severity", order: "ASC" };
/** What waits for a review, and what for an approval. */
export const IN_REVIEW: FilterPayload = { current_status: "In review" };
export const PENDING: FilterPayload = { assessment_status: "Needs approval" };
export const OLDEST: SortPayload = { field: "created", order: "ASC" };

const NAME: SortPayload = { field: "name", order: "ASC" };
const COMPONENT: SortPayload = { field: "component_name_version_type", order: "ASC" };

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
  licenseComponentsOfGroup: (group: number) => `license_components.product_group.${group}`,
  licenseComponentsInGroup: "license_components.group",
  observationsOfComponent: "observations.component",
  logOfObservation: "observation_logs.embedded",
  productsOfPolicy: "products.license_policy",
  components: "components.list",
  users: "users.embedded",
  usersOfGroup: "authorization_group_members.embedded",
};

/** Records with a screen that leads to its neighbours. */
export type SteppedResource = "observations" | "observation_logs" | "products" | "product_groups" | "components" | "license_components" | "users";

/** What `?from=` can say on each detail screen: a name such as `list`, with an id such as `product-7`, or with a filter such as `component~{"product":7}`. */
const CONTEXTS: Record<SteppedResource, Makers> = {
  observations: {
    list: () => ({ stateKey: stateKeys.observations, filter: {}, sort: SEVERITY }),
    recent: () => ({
      stateKey: stateKeys.recentObservations,
      filter: { age: "Past 7 days", current_status: ["Open", "Affected", "In review"] },
      sort: SEVERITY,
    }),
    product: ({ id }) => ({ stateKey: stateKeys.observationsOf(id), filter: { product: id }, sort: SEVERITY }),
    component: ({ filter }) => ({ stateKey: stateKeys.observationsOfComponent, filter, sort: SEVERITY }),
    reviews: () => ({ stateKey: stateKeys.reviews, filter: IN_REVIEW, sort: SEVERITY }),
    productreviews: ({ id }) => ({ stateKey: stateKeys.reviewsOf(id), filter: { ...IN_REVIEW, product: id }, sort: SEVERITY }),
  },
  observation_logs: {
    approvals: () => ({ stateKey: stateKeys.approvals, filter: PENDING, sort: OLDEST }),
    productapprovals: ({ id }) => ({ stateKey: stateKeys.approvalsOf(id), filter: { ...PENDING, product: id }, sort: OLDEST }),
    observation: ({ id }) => ({ stateKey: stateKeys.logOfObservation, filter: { observation: id }, sort: { field: "created", order: "DESC" } }),
  },
  products: {
    list: () => ({ stateKey: stateKeys.products, filter: {}, sort: NAME }),
    group: ({ id }) => ({ stateKey: stateKeys.productsOf(id), filter: { product_group: id }, sort: NAME }),
    policy: ({ id }) => ({ stateKey: stateKeys.productsOfPolicy, filter: { license_policy: id }, sort: NAME }),
  },
  components: {
    list: () => ({ stateKey: stateKeys.components, filter: {}, sort: COMPONENT }),
  },
  license_components: {
    product: ({ id }) => ({ stateKey: stateKeys.licenseComponentsOf(id), filter: { product: id }, sort: { field: "evaluation_result", order: "ASC" } }),
    productgroup: ({ id }) => ({ stateKey: stateKeys.licenseComponentsOfGroup(id), filter: { product_group: id }, sort: { field: "evaluation_result", order: "ASC" } }),
    group: ({ filter }) => ({ stateKey: stateKeys.licenseComponentsInGroup, filter, sort: COMPONENT }),
  },
  users: {
    list: () => ({ stateKey: stateKeys.users, filter: {}, sort: { field: "username", order: "ASC" } }),
    group: ({ id }) => ({
      stateKey: stateKeys.usersOfGroup,
      filter: { authorization_group: id },
      sort: { field: "user_data.full_name", order: "ASC" },
      rows: { resource: "authorization_group_members", opens: "user" },
    }),
  },
  product_groups: {
    list: () => ({ stateKey: stateKeys.productGroups, filter: {}, sort: NAME }),
  },
};

/** Names a list by its fixed filter, for `?from=`. */
export function withinFilter(name: string, filter: FilterPayload): string {
  return `${name}~${JSON.stringify(filter)}`;
}

/** An address that says from which list it is opened. */
export function openedFrom(address: string, from: string | undefined): string {
  return from === undefined ? address : `${address}?from=${encodeURIComponent(from)}`;
}

/** Reads `?from=`; null when it is missing or names no list. */
export function contextOf(resource: SteppedResource, from: string | null): ListContext | null {
  const [, name, id, text] = /^([a-z]+)(?:-(\d+)|~(\{.*\}))?$/.exec(from ?? "") ?? [];
  if (name === undefined || !Object.hasOwn(CONTEXTS[resource], name)) return null;
  const filter = filterIn(text);
  return filter === null ? null : (CONTEXTS[resource][name]?.({ id: Number(id ?? 0), filter }) ?? null);
}

function filterIn(text = "{}"): FilterPayload | null {
  try {
    return JSON.parse(text) as FilterPayload;
  } catch {
    return null;
  }
}
