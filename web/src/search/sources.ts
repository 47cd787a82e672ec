import type { SortPayload } from "react-admin";
import type { Component, ObservationListItem } from "../api/types";
import { observationLink } from "../observations/observationLink";
import { productGroupLink } from "../product-groups/productGroupLink";
import { productLink } from "../products/productLink";

/** One thing that was found. */
export interface Hit {
  key: string;
  text: string;
  /** What tells things of the same name apart. */
  hint?: string;
  to: string;
}

/** A kind of things that can be searched. */
export interface SearchSource {
  /** Key of the message catalogue. */
  label: string;
  /** List with the parameter `search`. */
  resource: string;
  sort: SortPayload;
  hit: (record: never) => Omit<Hit, "key">;
  /** The list with everything that was found. */
  all?: (text: string) => string;
}

interface Named {
  id: number;
  name: string;
}

const NAME: SortPayload = { field: "name", order: "ASC" };

const filtered = (list: string, filter: object) => `${list}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

export const SEARCH_SOURCES: readonly SearchSource[] = [
  {
    label: "menu.products",
    resource: "product_names",
    sort: NAME,
    hit: ({ id, name }: Named) => ({ text: name, to: productLink(id) }),
    all: (name) => filtered("/products", { name }),
  },
  {
    label: "menu.product_groups",
    resource: "product_group_names",
    sort: NAME,
    hit: ({ id, name }: Named) => ({ text: name, to: productGroupLink(id) }),
    all: (name) => filtered("/product_groups", { name }),
  },
  {
    label: "menu.observations",
    resource: "observations",
    sort: { field: "current_severity", order: "ASC" },
    hit: (observation: ObservationListItem) => ({
      text: observation.title,
      hint: [observation.title === observation.vulnerability_id ? "" : observation.vulnerability_id, observation.product_data.name, observation.branch_name, observation.current_severity, observation.current_status].filter(Boolean).join(" · "),
      to: observationLink(observation.id),
    }),
    all: (search) => filtered("/observations", { search }),
  },
  {
    label: "menu.components",
    resource: "components",
    sort: { field: "component_name_version_type", order: "ASC" },
    hit: (component: Component) => ({
      text: component.component_name_version_type ?? component.component_name,
      hint: [component.product_name, component.branch_name, component.origin_service_name].filter(Boolean).join(" · "),
      to: `/components/${encodeURIComponent(component.id)}/show`,
    }),
    all: (component_name_version) => filtered("/components", { component_name_version }),
  },
];
