import { PasswordInput, required, useDataProvider } from "react-admin";
import type { FieldValues } from "react-hook-form";
import type { ApiDataProvider } from "../api/dataProvider";
import type { User } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { PasswordRules } from "./PasswordRules";

interface Values {
  current_password: string;
  new_password_1: string;
  new_password_2: string;
}

interface Props {
  user: User;
  own: boolean;
  onClose: () => void;
}

function sameAsFirst(value: string | undefined, { new_password_1 }: FieldValues): string | undefined {
  return value === new_password_1 ? undefined : "user.passwords_differ";
}

/** Sets the password of a user. The person who does it confirms with the own password. */
export default function ChangePasswordDialog({ user, own, onClose }: Props) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const saved = useSaved();
  const save = async ({ current_password, new_password_1, new_password_2 }: Values) => {
    await dataProvider.call({
      method: "PATCH",
      path: `/users/${user.id}/change_password/`,
      body: { current_password, new_password_1, new_password_2 },
    });
    saved("user.password_changed");
  };
  return (
    <FormDialog<Values> title="user.change_password" resource="users" initial={{ username: user.username }} save={save} onClose={onClose}>
      <PasswordRules />
      <PasswordInput
        source="current_password"
        label={own ? "fields.current_password" : "user.own_password"}
        autoComplete="current-password"
        autoFocus
        validate={required()}
        helperText={false}
      />
      <PasswordInput source="new_password_1" autoComplete="new-password" validate={required()} helperText={false} />
      <PasswordInput source="new_password_2" autoComplete="new-password" validate={[required(), sameAsFirst]} helperText={false} />
    </FormDialog>
  );
}
