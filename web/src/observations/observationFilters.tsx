import type { ReactElement } from "react";
import { NullableBooleanInput, NumberInput, SelectArrayInput, SelectInput, TextInput } from "react-admin";
import type { Product } from "../api/types";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { AGES, choices, SEVERITIES, STATUSES } from "../values/choices";

type Filter = ReactElement<{ source: string }>;

/** Filters that start hidden are in the "Add filter" menu. */
const text = (source: string, hidden = false): Filter => <TextInput key={source} source={source} alwaysOn={!hidden} resettable />;
const yesNo = (source: string): Filter => <NullableBooleanInput key={source} source={source} alwaysOn />;

const severity = <SelectArrayInput key="current_severity" source="current_severity" choices={choices(SEVERITIES)} alwaysOn />;
const status = <SelectArrayInput key="current_status" source="current_status" choices={choices(STATUSES)} alwaysOn />;
const age = <SelectInput key="age" source="age" choices={choices(AGES)} alwaysOn />;
const priority = (hidden: boolean) => <NumberInput key="current_priority" source="current_priority" min={1} max={99} alwaysOn={!hidden} />;

/** The filter bar of lists that span products. */
export function globalFilters(exploits: boolean): Filter[] {
  return [
    text("title"),
    severity,
    status,
    <ReferenceChoice key="product" source="product" reference="product_names" alwaysOn />,
    <ReferenceChoice key="product_group" source="product_group" reference="product_group_names" alwaysOn />,
    text("branch_name"),
    text("scanner"),
    age,
    yesNo("has_potential_duplicates"),
    text("origin_component_purl_type"),
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
  ];
}

/** The filter bar of a product's observations: only what the product has. */
export function productFilters(product: Product, exploits: boolean): Filter[] {
  const when = (condition: boolean | undefined, ...filters: Filter[]) => (condition ? filters : []);
  return [
    ...when(product.has_branches, <ReferenceChoice key="branch" source="branch" reference="branch_names" filter={{ product: product.id }} alwaysOn />),
    text("title"),
    severity,
    status,
    ...when(product.has_priorities, priority(false)),
    ...when(product.has_services, <ReferenceChoice key="origin_service" source="origin_service" reference="service_names" filter={{ product: product.id }} alwaysOn />),
    ...when(product.has_component, text("origin_component_name_version"), text("origin_component_purl_type")),
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
    text("upload_filename", true),
    text("api_configuration_name", true),
  ];
}
