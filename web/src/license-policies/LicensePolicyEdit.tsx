import { useTranslate } from "react-admin";
import { mayManage } from "../access/mayManage";
import type { LicensePolicy } from "../api/types";
import { EditScreen } from "../forms/EditScreen";
import { useCurrentUser } from "../session/session";
import { LicensePolicyFields } from "./LicensePolicyFields";
import { LICENSE_POLICIES, licensePolicyLink } from "./licensePolicyLink";

export default function LicensePolicyEdit() {
  const translate = useTranslate();
  const user = useCurrentUser();
  return (
    <EditScreen<LicensePolicy>
      resource="license_policies"
      path={(policy) => [
        { name: translate("license_policy.policies"), to: LICENSE_POLICIES },
        { name: policy.name, to: licensePolicyLink(policy.id) },
      ]}
      mayDelete={(policy) => mayManage(policy, user)}
      alwaysEnable
      afterSave={licensePolicyLink}
      afterDelete={LICENSE_POLICIES}
    >
      <LicensePolicyFields />
    </EditScreen>
  );
}
