import type { Observation, ObservationLogListItem } from "../api/types";
import type { Column } from "../lists/columns";
import { RecordList } from "../lists/RecordList";
import { openedFrom, stateKeys } from "../navigation/context";
import { Moment } from "../values/Moment";
import { Panel } from "../values/Panel";
import { SeverityChip } from "../values/SeverityChip";
import { ValueChip } from "../values/ValueChip";

const SHOWN_CHARACTERS = 255;

const shorten = (text: string) => (text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}...` : text);

const APPROVAL: readonly Column<ObservationLogListItem>[] = [
  {
    source: "assessment_status",
    label: "fields.log_assessment_status",
    sortable: false,
    render: (log) => <ValueChip label={log.assessment_status ?? ""} />,
  },
  { source: "approval_user_full_name", sortable: false, auto: true },
];

const CHANGES: readonly Column<ObservationLogListItem>[] = [
  { source: "user_full_name", sortable: false },
  { source: "severity", sortable: false, render: (log) => <SeverityChip severity={log.severity} /> },
  { source: "status", sortable: false, render: (log) => (log.status ? <ValueChip label={log.status} /> : "---") },
  { source: "priority", sortable: false, auto: true },
  { source: "comment", sortable: false, render: (log) => shorten(log.comment) },
  { source: "created", sortable: false, opens: true, render: (log) => <Moment timestamp={log.created} /> },
];

/** What has happened to an observation, newest first. */
export function ObservationLogPanel({ observation }: { observation: Observation }) {
  const { assessments_need_approval, product_group_assessments_need_approval } = observation.product_data;
  const approvals = assessments_need_approval || product_group_assessments_need_approval;
  return (
    <Panel title="observation.log">
      <RecordList<ObservationLogListItem>
        resource="observation_logs"
        stateKey={stateKeys.logOfObservation}
        sort={{ field: "created", order: "DESC" }}
        filter={{ observation: observation.id }}
        columns={approvals ? [...APPROVAL, ...CHANGES] : CHANGES}
        rowLink={(log) => openedFrom(`/observation_logs/${log.id}/show`, `observation-${observation.id}`)}
        light="observation_logs"
        plain
      />
    </Panel>
  );
}
