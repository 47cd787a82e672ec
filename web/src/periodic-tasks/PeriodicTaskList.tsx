import ScheduleIcon from "@mui/icons-material/Schedule";
import { Box } from "@mui/material";
import { useTranslate } from "react-admin";
import type { PeriodicTask } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import type { Column } from "../lists/columns";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { choices } from "../values/choices";
import { Duration } from "../values/Duration";
import { Moment } from "../values/Moment";
import { OutcomeChip } from "../values/OutcomeChip";

const COLUMNS: readonly Column<PeriodicTask>[] = [
  { source: "task", opens: true },
  { source: "start_time", render: ({ start_time }) => <Moment timestamp={start_time} /> },
  { source: "duration", render: ({ duration }) => <Duration milliseconds={duration ?? null} /> },
  { source: "status", chip: true, render: ({ status }) => <OutcomeChip outcome={status} /> },
  { source: "message", sortable: false, render: ({ message }) => <Box sx={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{message}</Box> },
];

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "task", search: true },
  { kind: "choice", source: "status", choices: choices(["Success", "Failure", "Running"]) },
];

/** What the server did by itself, newest first. */
export default function PeriodicTaskList() {
  const translate = useTranslate();
  return (
    <>
      <PageHeader title={translate("menu.periodic_tasks")} icon={<ScheduleIcon />} />
      <RecordList<PeriodicTask> resource="periodic_tasks" stateKey="periodic_tasks.list" sort={{ field: "start_time", order: "DESC" }} columns={COLUMNS} filters={FILTERS} inAddress framed />
    </>
  );
}
