import type { LicenseGroup } from "../api/types";
import { useMayCreate } from "../access/useMayCreate";
import { CreateLink } from "../lists/CreateLink";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { GROUP_COLUMNS } from "./groupColumns";
import { licenseGroupLink } from "./licenseGroupLink";

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "name", search: true },
  { kind: "yesno", source: "is_public" },
];

/** The license groups that one may see. */
export default function LicenseGroupList() {
  const mayCreate = useMayCreate();
  return (
    <RecordList<LicenseGroup>
      resource="license_groups"
      stateKey="license_groups.embedded"
      sort={{ field: "name", order: "ASC" }}
      columns={GROUP_COLUMNS}
      filters={FILTERS}
      actions={mayCreate ? <CreateLink to="/license_groups/create" label="license_group.add" /> : null}
      rowLink={({ id }) => licenseGroupLink(id)}
      inAddress
    />
  );
}
