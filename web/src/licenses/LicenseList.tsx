import type { License } from "../api/types";
import { RecordList } from "../lists/RecordList";
import { LICENSE_COLUMNS, LICENSE_FILTERS } from "./licenseColumns";
import { licenseLink } from "./licenseLink";

/** The licenses of the SPDX list. */
export default function LicenseList() {
  return (
    <RecordList<License>
      resource="licenses"
      stateKey="licenses.embedded"
      sort={{ field: "spdx_id", order: "ASC" }}
      columns={LICENSE_COLUMNS}
      filters={LICENSE_FILTERS}
      rowLink={({ id }) => licenseLink(id)}
      inAddress
    />
  );
}
