import HistoryIcon from "@mui/icons-material/History";
import { useTranslate } from "react-admin";
import type { AuditLog } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import type { Column } from "../lists/columns";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { AGES, choices } from "../values/choices";
import { Moment } from "../values/Moment";
import { ValueChip } from "../values/ValueChip";
import { AuditChanges } from "./AuditChanges";

const COLUMNS: readonly Column<AuditLog>[] = [
  { source: "created", opens: true, render: ({ created }) => <Moment timestamp={created} /> },
  { source: "username" },
  { source: "action", chip: true, render: ({ action }) => <ValueChip label={action} /> },
  { source: "object_type", render: ({ object_type }) => object_type.replaceAll("_", " ") },
  { source: "object_name" },
  { source: "product_name", auto: true },
  { source: "address", auto: true, sortable: false },
];

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "object_name", search: true },
  { kind: "text", source: "username" },
  { kind: "choice", source: "action", choices: choices(["Created", "Changed", "Deleted"]) },
  { kind: "text", source: "object_type" },
  { kind: "reference", source: "product", reference: "product_names" },
  { kind: "choice", source: "age", choices: choices(AGES) },
];

/** Who changed what about products, people and settings, newest first. */
export default function AuditLogList() {
  const translate = useTranslate();
  return (
    <>
      <PageHeader title={translate("menu.audit_log")} icon={<HistoryIcon />} />
      <RecordList<AuditLog> resource="audit_logs" stateKey="audit_logs.list" sort={{ field: "created", order: "DESC" }} columns={COLUMNS} filters={FILTERS} expand={<AuditChanges />} inAddress framed />
    </>
  );
}
