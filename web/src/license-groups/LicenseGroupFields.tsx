import { BooleanInput } from "react-admin";
import { FormSection } from "../forms/FormSection";
import { LineInput } from "../forms/LineInput";
import { MarkdownInput } from "../forms/MarkdownInput";

/** The inputs of a license group. */
export function LicenseGroupFields() {
  return (
    <FormSection title="license_group.section">
      <LineInput source="name" mandatory autoFocus helperText={false} />
      <MarkdownInput source="description" max={2048} />
      <BooleanInput source="is_public" helperText="license_group.public_help" defaultValue={false} />
    </FormSection>
  );
}
