import type { Product } from "../api/types";
import type { ListFilter } from "../lists/filters";
import { ecosystemNames } from "../values/ecosystemNames";
import { AGES, choices, ECOSYSTEMS, SEVERITIES, STATUSES } from "../values/choices";

const title: ListFilter = { kind: "text", source: "title", search: true };
const severity: ListFilter = { kind: "choices", source: "current_severity", choices: choices(SEVERITIES) };
const status: ListFilter = { kind: "choices", source: "current_status", choices: choices(STATUSES) };
const age: ListFilter = { kind: "choice", source: "age", choices: choices(AGES) };
const ecosystem: ListFilter = { kind: "choice", source: "origin_component_purl_type", choices: ECOSYSTEMS };

const priority = (hidden: boolean): ListFilter => ({ kind: "number", source: "current_priority", min: 1, max: 99, hidden });
const text = (source: string, hidden = false): ListFilter => ({ kind: "text", source, hidden });
const yesNo = (source: string, hidden = false): ListFilter => ({ kind: "yesno", source, hidden });

/** The filters of lists that span products. */
export function globalFilters(exploits: boolean): ListFilter[] {
  return [
    title,
    severity,
    status,
    { kind: "reference", source: "product", reference: "product_names" },
    { kind: "reference", source: "product_group", reference: "product_group_names" },
    text("branch_name"),
    text("scanner"),
    age,
    yesNo("has_potential_duplicates"),
    ecosystem,
    ...(exploits ? [yesNo("cve_known_exploited")] : []),
    yesNo("fix_available"),
    priority(true),
    text("origin_service_name", true),
    text("origin_component_name_version", true),
    text("origin_docker_image_name_tag_short", true),
    text("origin_endpoint_hostname", true),
    text("origin_source_file", true),
    text("origin_cloud_qualified_resource", true),
    text("origin_kubernetes_qualified_resource", true),
    text("upload_filename", true),
    text("api_configuration_name", true),
  ];
}

/** The filters of a product's observations: only what the product has. */
export function productFilters(product: Product, exploits: boolean): ListFilter[] {
  const when = (condition: boolean | undefined, ...filters: ListFilter[]) => (condition ? filters : []);
  const { id, repository_default_branch: branch, repository_default_branch_name: branchName } = product;
  return [
    title,
    ...when(product.has_branches, {
      kind: "reference",
      source: "branch",
      reference: "branch_names",
      filter: { product: id },
      ...(branch !== null && { known: { [branch]: branchName } }),
    }),
    severity,
    status,
    ...when(product.has_priorities, priority(false)),
    ...when(product.has_services, { kind: "reference", source: "origin_service", reference: "service_names", filter: { product: id } }),
    ...when(product.has_component, text("origin_component_name_version"), {
      kind: "reference",
      source: "origin_component_purl_type",
      reference: "purl_types",
      filter: { product: id, for_observations: true },
      complete: true,
      known: ecosystemNames,
    }),
    ...when(product.has_docker_image, text("origin_docker_image_name_tag_short")),
    ...when(product.has_endpoint, text("origin_endpoint_hostname")),
    ...when(product.has_source, text("origin_source_file")),
    ...when(product.has_cloud_resource, text("origin_cloud_qualified_resource")),
    ...when(product.has_kubernetes_resource, text("origin_kubernetes_qualified_resource")),
    text("scanner"),
    age,
    ...when(product.has_potential_duplicates, yesNo("has_potential_duplicates")),
    ...when(product.has_component && exploits, yesNo("cve_known_exploited")),
    ...when(product.has_component, yesNo("fix_available")),
    ...when(product.has_branches, { kind: "reference", source: "not_active_in_branch", reference: "branch_names", filter: { product: id }, hidden: true }),
    text("upload_filename", true),
    text("api_configuration_name", true),
  ];
}
