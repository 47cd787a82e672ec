import { BooleanInput, email, useRecordContext } from "react-admin";
import type { User } from "../api/types";
import { FormSection } from "../forms/FormSection";
import { LineInput } from "../forms/LineInput";
import { Labelled } from "../values/Labelled";
import { YesNo } from "../values/YesNo";

/** The inputs of a user; the password has a dialog of its own. */
export function UserFields() {
  // A new user has none yet. The provider of identities decides whether a user is one of its own.
  const existing = useRecordContext<User>();
  return (
    <FormSection title="user.section">
      <LineInput source="username" max={150} mandatory autoFocus helperText={false} autoComplete="off" />
      <LineInput source="full_name" helperText="user.full_name_help" />
      <LineInput source="first_name" max={150} helperText={false} />
      <LineInput source="last_name" max={150} helperText={false} />
      <LineInput source="email" type="email" checks={[email()]} helperText={false} />
      <BooleanInput source="is_active" helperText={false} />
      <BooleanInput source="is_external" helperText="user.external_help" />
      <BooleanInput source="is_superuser" helperText={false} />
      {existing === undefined ? null : (
        <Labelled label="fields.is_oidc_user">
          <YesNo value={existing.is_oidc_user} />
        </Labelled>
      )}
    </FormSection>
  );
}
