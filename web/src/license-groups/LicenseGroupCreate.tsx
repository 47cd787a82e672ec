import { CreateScreen } from "../forms/CreateScreen";
import { LicenseGroupFields } from "./LicenseGroupFields";
import { LICENSE_GROUPS, licenseGroupLink } from "./licenseGroupLink";

export default function LicenseGroupCreate() {
  return (
    <CreateScreen resource="license_groups" title="license_group.add" list={{ to: LICENSE_GROUPS, label: "license_group.groups" }} alwaysEnable afterSave={licenseGroupLink}>
      <LicenseGroupFields />
    </CreateScreen>
  );
}
