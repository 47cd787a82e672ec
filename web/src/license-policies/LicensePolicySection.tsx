import { FormSection } from "../forms/FormSection";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { useFeature } from "../session/statusSettings";

/** The input for the license policy of a product or product group. */
export function LicensePolicySection() {
  if (!useFeature("feature_license_management")) return null;
  return (
    <FormSection title="product.license_management">
      <ReferenceChoice source="license_policy" reference="license_policies" />
    </FormSection>
  );
}
