import { SettingsSection } from "../products/SettingsSection";
import { useFeature } from "../session/statusSettings";
import { ReferenceName } from "../values/ReferenceName";
import { licensePolicyLink } from "./licensePolicyLink";

interface Props {
  own?: number | null | undefined;
  /** The policy of the product group, which holds for products without one of their own. */
  ofGroup?: number | null | undefined;
}

/** The license policy of a product or product group. */
export function LicensePolicySettings({ own, ofGroup }: Props) {
  const licenses = useFeature("feature_license_management");
  const link = (id: number | null | undefined) => (id ? <ReferenceName reference="license_policies" id={id} to={licensePolicyLink(id)} /> : null);
  if (!licenses || !(own ?? ofGroup)) return null;
  return (
    <SettingsSection
      title="product.license_management"
      entries={[
        { label: "fields.license_policy", value: link(own) },
        { label: "license.policy_of_group", value: own ? null : link(ofGroup) },
      ]}
    />
  );
}
