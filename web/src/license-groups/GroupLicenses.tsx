import AddIcon from "@mui/icons-material/Add";
import { lazy } from "react";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { License, LicenseGroup } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import { DialogButton } from "../dialogs/DialogButton";
import { LICENSE_COLUMNS, LICENSE_FILTERS } from "../licenses/licenseColumns";
import { licenseLink } from "../licenses/licenseLink";
import type { Column } from "../lists/columns";
import { RecordList } from "../lists/RecordList";

const AddLicenseDialog = lazy(() => import("./AddLicenseDialog"));

/** The licenses of a license group. */
export function GroupLicenses({ group, manages }: { group: LicenseGroup; manages: boolean }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const remove: Column<License> = {
    source: "actions",
    actions: true,
    render: (license) => (
      <ConfirmedAction
        label="action.remove"
        title="license_group.remove_license_title"
        question="license_group.remove_license_question"
        success="license_group.license_removed"
        names={{ license: license.spdx_id, name: group.name }}
        call={() => dataProvider.call({ method: "POST", path: `/license_groups/${group.id}/remove_license/`, body: { license: license.id } })}
      />
    ),
  };
  return (
    <RecordList<License>
      resource="licenses"
      stateKey="licenses.group"
      sort={{ field: "spdx_id", order: "ASC" }}
      filter={{ license_groups: group.id }}
      columns={manages ? [...LICENSE_COLUMNS, remove] : LICENSE_COLUMNS}
      filters={LICENSE_FILTERS}
      actions={manages ? <DialogButton label="license_group.add_license" icon={<AddIcon />} dialog={(close) => <AddLicenseDialog group={group.id} onClose={close} />} /> : null}
      rowLink={({ id }) => licenseLink(id)}
      plain
    />
  );
}
