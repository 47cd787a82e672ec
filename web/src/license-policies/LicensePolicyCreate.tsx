import { CreateScreen } from "../forms/CreateScreen";
import { LicensePolicyFields } from "./LicensePolicyFields";
import { LICENSE_POLICIES, licensePolicyLink } from "./licensePolicyLink";

export default function LicensePolicyCreate() {
  return (
    <CreateScreen resource="license_policies" title="license_policy.add" list={{ to: LICENSE_POLICIES, label: "license_policy.policies" }} alwaysEnable afterSave={licensePolicyLink}>
      <LicensePolicyFields />
    </CreateScreen>
  );
}
