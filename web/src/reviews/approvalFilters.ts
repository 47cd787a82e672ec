import type { ListFilter } from "../lists/filters";
import { choices, SEVERITIES, STATUSES } from "../values/choices";

const text = (source: string): ListFilter => ({ kind: "text", source, hidden: true });

/** Filters of assessments; within a product those of products are left out. */
export function approvalFilters(global: boolean): ListFilter[] {
  const ofProducts: ListFilter[] = [
    { kind: "reference", source: "product", reference: "product_names" },
    { kind: "reference", source: "product_group", reference: "product_group_names" },
  ];
  return [
    { kind: "text", source: "observation_title", search: true },
    ...(global ? ofProducts : []),
    { kind: "choices", source: "severity", choices: choices(SEVERITIES) },
    { kind: "choices", source: "status", choices: choices(STATUSES) },
    { kind: "reference", source: "user", reference: "users", name: "full_name", sort: { field: "full_name", order: "ASC" } },
    ...["branch_name", "origin_service_name", "origin_component_name_version", "origin_docker_image_name_tag_short", "origin_endpoint_hostname", "origin_source_file"].map(text),
    ...["origin_cloud_qualified_resource", "origin_kubernetes_qualified_resource"].map(text),
  ];
}
