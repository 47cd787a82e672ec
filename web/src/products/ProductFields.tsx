import { FormSection } from "../forms/FormSection";
import { LineInput } from "../forms/LineInput";
import { MarkdownInput } from "../forms/MarkdownInput";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { LicensePolicySection } from "../license-policies/LicensePolicySection";
import { HousekeepingSection, ReviewSection, RiskAcceptanceSection, SecurityGateSection } from "./ThreeStateSections";

const SPECIFIC = "form.product_specific";

/** The inputs of a product; inside a group its group is fixed. */
export function ProductFields({ fixedGroup = false }: { fixedGroup?: boolean }) {
  return (
    <>
      <FormSection title="product.section">
        <LineInput source="name" mandatory autoFocus helperText={false} />
        <MarkdownInput source="description" max={2048} />
        <ReferenceChoice source="product_group" reference="product_group_names" disabled={fixedGroup} />
        <LineInput source="purl" helperText={false} />
        <LineInput source="cpe23" helperText={false} />
      </FormSection>
      <FormSection title="product.repository">
        <LineInput source="repository_prefix" helperText="product.repository_prefix_help" />
      </FormSection>
      <HousekeepingSection specific={SPECIFIC} />
      <SecurityGateSection specific={SPECIFIC} />
      <ReviewSection />
      <RiskAcceptanceSection specific={SPECIFIC} />
      <LicensePolicySection />
    </>
  );
}
