import { useTranslate } from "react-admin";
import { mayManage } from "../access/mayManage";
import type { LicenseGroup } from "../api/types";
import { EditScreen } from "../forms/EditScreen";
import { useCurrentUser } from "../session/session";
import { LicenseGroupFields } from "./LicenseGroupFields";
import { LICENSE_GROUPS, licenseGroupLink } from "./licenseGroupLink";

export default function LicenseGroupEdit() {
  const translate = useTranslate();
  const user = useCurrentUser();
  return (
    <EditScreen<LicenseGroup>
      resource="license_groups"
      path={(group) => [
        { name: translate("license_group.groups"), to: LICENSE_GROUPS },
        { name: group.name, to: licenseGroupLink(group.id) },
      ]}
      mayDelete={(group) => mayManage(group, user)}
      alwaysEnable
      afterSave={licenseGroupLink}
      afterDelete={LICENSE_GROUPS}
    >
      <LicenseGroupFields />
    </EditScreen>
  );
}
