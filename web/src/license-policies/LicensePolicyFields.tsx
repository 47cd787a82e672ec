import { AutocompleteArrayInput, BooleanInput, useRecordContext } from "react-admin";
import type { LicensePolicy } from "../api/types";
import { FormSection } from "../forms/FormSection";
import { LineInput } from "../forms/LineInput";
import { MarkdownInput } from "../forms/MarkdownInput";
import { ReferenceChoice } from "../forms/ReferenceChoice";
import { ECOSYSTEMS } from "../values/choices";

/** The inputs of a license policy. A policy that is a parent can have none itself. */
export function LicensePolicyFields() {
  const policy = useRecordContext<Partial<LicensePolicy>>();
  return (
    <FormSection title="license_policy.section">
      <LineInput source="name" mandatory autoFocus helperText={false} />
      <MarkdownInput source="description" max={2048} />
      {policy?.is_parent ? null : (
        <ReferenceChoice source="parent" reference="license_policies" filter={{ is_child: false, ...(policy?.id !== undefined && { is_not_id: policy.id }) }} />
      )}
      <AutocompleteArrayInput source="ignore_component_type_list" choices={[...ECOSYSTEMS]} helperText="license_policy.ignore_help" />
      <BooleanInput source="is_public" helperText="license_policy.public_help" defaultValue={false} />
    </FormSection>
  );
}
