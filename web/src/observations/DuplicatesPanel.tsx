import { can, Permission } from "../access/permissions";
import type { Observation, PotentialDuplicate } from "../api/types";
import type { Column } from "../lists/columns";
import { RecordList } from "../lists/RecordList";
import { ACTIVE_STATUSES } from "../values/choices";
import { DaysAgo } from "../values/DaysAgo";
import { Panel } from "../values/Panel";
import { SeverityChip } from "../values/SeverityChip";
import { ValueChip } from "../values/ValueChip";
import { markDuplicatesAction } from "./bulkActions";
import { observationLink } from "./observationLink";

const TABLE_KEY = "potential_duplicates.embedded";

const OTHER = "potential_duplicate_observation";

const origin = (field: string): Column<PotentialDuplicate> => ({ source: `${OTHER}.${field}`, label: `fields.${field}`, auto: true });

const COLUMNS: readonly Column<PotentialDuplicate>[] = [
  { source: `${OTHER}.title`, label: "fields.title", opens: true, minWidth: "16em" },
  {
    source: `${OTHER}.current_severity`,
    label: "fields.current_severity",
    render: (duplicate) => <SeverityChip severity={duplicate.potential_duplicate_observation.current_severity} />,
  },
  {
    source: `${OTHER}.current_status`,
    label: "fields.current_status",
    render: (duplicate) => <ValueChip label={duplicate.potential_duplicate_observation.current_status} />,
  },
  origin("origin_service_name"),
  origin("origin_component_name_version"),
  origin("origin_docker_image_name_tag_short"),
  origin("origin_endpoint_hostname"),
  origin("origin_source_file"),
  origin("origin_cloud_qualified_resource"),
  origin("origin_kubernetes_qualified_resource"),
  { source: `${OTHER}.scanner_name`, label: "fields.scanner_name" },
  {
    source: `${OTHER}.last_observation_log`,
    label: "fields.age",
    render: (duplicate) => <DaysAgo timestamp={duplicate.potential_duplicate_observation.last_observation_log} />,
  },
];

/** Active observations that may be the same finding; nothing when there are none. */
export function DuplicatesPanel({ observation }: { observation: Observation }) {
  if (!observation.has_potential_duplicates) return null;
  return (
    <Panel title="observation.potential_duplicates">
      <RecordList<PotentialDuplicate>
        resource="potential_duplicates"
        key={observation.id}
        stateKey={`${TABLE_KEY}.${observation.id}`}
        tableKey={TABLE_KEY}
        sort={{ field: `${OTHER}.current_severity`, order: "ASC" }}
        filter={{ observation: observation.id, status: ACTIVE_STATUSES }}
        columns={COLUMNS}
        rowLink={(duplicate) => observationLink(duplicate.potential_duplicate_observation.id)}
        bulkActions={can(observation.product_data, Permission.ObservationAssess) ? [markDuplicatesAction(observation)] : []}
        plain
      />
    </Panel>
  );
}
