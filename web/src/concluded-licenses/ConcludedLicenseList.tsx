import type { ConcludedLicenseListItem } from "../api/types";
import { deleteRecordsAction } from "../bulk/deleteRecordsAction";
import type { Column } from "../lists/columns";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { useCurrentUser } from "../session/session";
import { AGES, choices } from "../values/choices";
import { DaysAgo } from "../values/DaysAgo";

const COLUMNS: readonly Column<ConcludedLicenseListItem>[] = [
  { source: "product_data.name", label: "fields.product" },
  { source: "component_name_version", opens: true },
  { source: "manual_concluded_spdx_license_id", auto: true },
  { source: "manual_concluded_license_expression", auto: true },
  { source: "manual_concluded_non_spdx_license", auto: true },
  { source: "user_data.full_name", label: "fields.concluded_by" },
  { source: "last_updated", render: ({ last_updated }) => <DaysAgo timestamp={last_updated} /> },
];

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "component_name", search: true },
  { kind: "reference", source: "product", reference: "product_names" },
  { kind: "reference", source: "manual_concluded_spdx_license", reference: "licenses", name: "spdx_id", sort: { field: "spdx_id", order: "ASC" } },
  { kind: "text", source: "manual_concluded_license_expression" },
  { kind: "text", source: "manual_concluded_non_spdx_license" },
  { kind: "reference", source: "user", reference: "users", name: "full_name", sort: { field: "full_name", order: "ASC" } },
  { kind: "choice", source: "age", choices: choices(AGES) },
];

const link = (id: number) => `/concluded_licenses/${id}/show`;

const ACTIONS = [deleteRecordsAction({ resource: "concluded_licenses", link })];

/** What people have concluded about licenses: the next imports apply it. */
export default function ConcludedLicenseList() {
  // Entries do not say what the person may do with them; superusers may do everything.
  const superuser = useCurrentUser()?.is_superuser === true;
  return (
    <RecordList<ConcludedLicenseListItem>
      resource="concluded_licenses"
      stateKey="concluded_licenses.embedded"
      sort={{ field: "product_data.name", order: "ASC" }}
      columns={COLUMNS}
      filters={FILTERS}
      rowLink={({ id }) => link(id)}
      rowName={({ component_name_version }) => component_name_version}
      bulkActions={superuser ? ACTIONS : []}
      inAddress
    />
  );
}
