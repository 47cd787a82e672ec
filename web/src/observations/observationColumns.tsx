import type { ObservationListItem } from "../api/types";
import type { Column } from "../lists/columns";
import { DaysAgo } from "../values/DaysAgo";
import { SeverityChip } from "../values/SeverityChip";
import { ValueChip } from "../values/ValueChip";
import { YesNo } from "../values/YesNo";

type ObservationColumn = Column<ObservationListItem>;

const title: ObservationColumn = { source: "title", opens: true, minWidth: "12em" };
const branch: ObservationColumn = { source: "branch_name", auto: true, filterBy: { branch: (row) => row.branch, branch_name: (row) => row.branch_name } };
const product: readonly ObservationColumn[] = [
  { source: "product_data.name", filterBy: { product: (row) => row.product }, render: (observation) => observation.product_data.name },
  { source: "product_data.product_group_name", auto: true, filterBy: { product_group: (row) => row.product_data.product_group }, render: (observation) => observation.product_data.product_group_name },
];

const state: readonly ObservationColumn[] = [
  { source: "current_severity", chip: true, filterBy: { current_severity: (row) => row.current_severity }, render: (observation) => <SeverityChip severity={observation.current_severity} /> },
  { source: "current_status", chip: true, filterBy: { current_status: (row) => row.current_status }, render: (observation) => <ValueChip label={observation.current_status} /> },
  {
    source: "current_priority",
    auto: true,
    filterBy: { current_priority: (row) => row.current_priority },
    render: (observation) => (observation.current_priority ? <ValueChip label={String(observation.current_priority)} /> : null),
  },
  { source: "epss_score", label: "column.epss_score", auto: true },
];

const origins: readonly ObservationColumn[] = [
  { source: "origin_service_name", auto: true, filterBy: { origin_service: (row) => row.origin_service, origin_service_name: (row) => row.origin_service_name } },
  { source: "origin_component_name_version", auto: true, filterBy: { origin_component_name_version: (row) => row.origin_component_name_version } },
  { source: "origin_docker_image_name_tag_short", label: "column.container", auto: true, filterBy: { origin_docker_image_name_tag_short: (row) => row.origin_docker_image_name_tag_short } },
  { source: "origin_endpoint_hostname", auto: true, filterBy: { origin_endpoint_hostname: (row) => row.origin_endpoint_hostname } },
  { source: "origin_source_file_short", auto: true },
  { source: "origin_cloud_qualified_resource", label: "column.cloud_resource", auto: true },
  { source: "origin_kubernetes_qualified_resource", label: "column.kubernetes_resource", auto: true },
];

const history: readonly ObservationColumn[] = [
  { source: "scanner_name", filterBy: { scanner: (row) => row.scanner_name } },
  { source: "last_observation_log", label: "fields.age", render: (observation) => <DaysAgo timestamp={observation.last_observation_log} /> },
];

const duplicates: ObservationColumn = {
  source: "has_potential_duplicates",
  label: "column.duplicates",
  auto: true,
  render: (observation) => (observation.has_potential_duplicates ? <YesNo value /> : null),
};

const impact: ObservationColumn = { source: "update_impact_score", auto: true };

/** Columns of lists that span products. */
export const GLOBAL_COLUMNS: readonly ObservationColumn[] = [title, ...state, ...product, branch, ...origins, ...history, duplicates, impact];

/** Columns of the observations of one product. */
export const PRODUCT_COLUMNS: readonly ObservationColumn[] = [branch, title, ...state, ...origins, ...history, duplicates, impact];
