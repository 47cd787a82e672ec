import { FormSection } from "../forms/FormSection";
import { LineInput } from "../forms/LineInput";

/** The inputs of an authorization group. */
export function AuthorizationGroupFields() {
  return (
    <FormSection title="group.section">
      <LineInput source="name" mandatory autoFocus helperText={false} />
      <LineInput source="oidc_group" helperText="group.oidc_help" />
    </FormSection>
  );
}
