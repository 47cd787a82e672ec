import type { Product } from "../api/types";
import type { ListFilter } from "../lists/filters";
import { AGES, choices, COMPONENT_TYPES, EVALUATIONS } from "../values/choices";
import { ecosystemNames } from "../values/ecosystemNames";

/** The filters that the detailed list and the overview share. */
export function sharedFilters(product: Product): ListFilter[] {
  const { id, repository_default_branch: branch, repository_default_branch_name: branchName } = product;
  return [
    { kind: "text", source: "effective_license_name", search: true },
    ...(product.has_branches
      ? [
          {
            kind: "reference",
            source: "branch",
            reference: "branch_names",
            filter: { product: id, for_license_components: true },
            ...(branch !== null && { known: { [branch]: branchName } }),
          } satisfies ListFilter,
        ]
      : []),
    { kind: "choice", source: "evaluation_result", choices: choices(EVALUATIONS) },
    { kind: "reference", source: "component_purl_type", reference: "purl_types", filter: { product: id, for_license_components: true }, complete: true, known: ecosystemNames },
    ...(product.has_services ? [{ kind: "reference", source: "origin_service", reference: "service_names", filter: { product: id } } satisfies ListFilter] : []),
  ];
}

/** The filters of a product's license components. */
export function licenseComponentFilters(product: Product): ListFilter[] {
  return [
    ...sharedFilters(product),
    { kind: "text", source: "component_name_version" },
    { kind: "choice", source: "component_type", choices: choices(COMPONENT_TYPES) },
    { kind: "choice", source: "age", choices: choices(AGES) },
    ...(product.has_concluded_comments ? [{ kind: "text", source: "manual_concluded_comment", hidden: true } satisfies ListFilter] : []),
  ];
}
