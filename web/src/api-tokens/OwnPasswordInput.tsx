import { PasswordInput, required } from "react-admin";

/** The password of the person at the keyboard, to confirm what is done. */
export function OwnPasswordInput() {
  return <PasswordInput source="password" autoComplete="current-password" autoFocus validate={required()} helperText={false} />;
}
