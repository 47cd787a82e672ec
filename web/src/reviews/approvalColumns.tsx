import type { ObservationLogListItem } from "../api/types";
import type { Column } from "../lists/columns";
import { justificationLabel } from "../values/choices";
import { Moment } from "../values/Moment";
import { SeverityChip } from "../values/SeverityChip";
import { ValueChip } from "../values/ValueChip";

type LogColumn = Column<ObservationLogListItem>;

const SHOWN_CHARACTERS = 255;

/** An attribute of the observation that was assessed. */
const of = (field: string, more: Partial<LogColumn> = {}): LogColumn => ({ source: `observation_data.${field}`, label: `fields.${field}`, auto: true, ...more });

/** Columns of assessments; within a product they do not name it. */
export function approvalColumns(global: boolean): readonly LogColumn[] {
  return [
    of("title", { auto: false, opens: true, minWidth: "10em" }),
    ...(global ? [of("product_data.name"), of("product_data.product_group_name")] : []),
    of("branch_name"),
    of("origin_service_name"),
    of("origin_component_name_version"),
    of("origin_docker_image_name_tag_short"),
    of("origin_endpoint_hostname"),
    of("origin_source_file_short", { sortable: false }),
    of("origin_cloud_qualified_resource"),
    of("origin_kubernetes_qualified_resource"),
    { source: "user_full_name" },
    { source: "severity", chip: true, render: ({ severity }) => <SeverityChip severity={severity} /> },
    { source: "status", chip: true, render: ({ status }) => (status ? <ValueChip label={status} /> : "---") },
    { source: "priority", auto: true },
    { source: "vex_justification", auto: true, render: ({ vex_justification }) => (vex_justification ? justificationLabel(vex_justification) : null) },
    { source: "comment", maxWidth: "24em", render: ({ comment }) => (comment.length > SHOWN_CHARACTERS ? `${comment.slice(0, SHOWN_CHARACTERS)}...` : comment) },
    { source: "created", render: ({ created }) => <Moment timestamp={created} /> },
  ];
}
