import { FormSection } from "../forms/FormSection";
import { LineInput } from "../forms/LineInput";
import { MarkdownInput } from "../forms/MarkdownInput";
import { LicensePolicySection } from "../license-policies/LicensePolicySection";
import { HousekeepingSection, ReviewSection, RiskAcceptanceSection, SecurityGateSection } from "../products/ThreeStateSections";

const SPECIFIC = "form.product_group_specific";

/** The inputs of a product group: what it decides for its products. */
export function ProductGroupFields() {
  return (
    <>
      <FormSection title="product_group.section">
        <LineInput source="name" mandatory autoFocus helperText={false} />
        <MarkdownInput source="description" max={2048} />
      </FormSection>
      <HousekeepingSection specific={SPECIFIC} />
      <SecurityGateSection specific={SPECIFIC} />
      <ReviewSection />
      <RiskAcceptanceSection specific={SPECIFIC} />
      <LicensePolicySection />
    </>
  );
}
