import PasswordIcon from "@mui/icons-material/Password";
import { Box } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { PasswordInput, required, useDataProvider, useNotify, useRefresh } from "react-admin";
import type { FieldValues } from "react-hook-form";
import type { ApiDataProvider } from "../api/dataProvider";
import type { User } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { FormDialog } from "../dialogs/FormDialog";

interface Values {
  current_password: string;
  new_password_1: string;
  new_password_2: string;
}

function sameAsFirst(value: string | undefined, { new_password_1 }: FieldValues): string | undefined {
  return value === new_password_1 ? undefined : "user.passwords_differ";
}

/** Sets the password of a user. The person who does it confirms with the own password. */
export function ChangePasswordButton({ user, own }: { user: User; own: boolean }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async ({ current_password, new_password_1, new_password_2 }: Values) => {
    await dataProvider.call({
      method: "PATCH",
      path: `/users/${user.id}/change_password/`,
      body: { current_password, new_password_1, new_password_2 },
    });
    notify("user.password_changed", { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label="user.change_password"
      icon={<PasswordIcon />}
      dialog={(close) => (
        <FormDialog<Values> title="user.change_password" resource="users" initial={{ username: user.username }} save={save} onClose={close}>
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
      )}
    />
  );
}

function PasswordRules() {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const rules = useQuery({
    queryKey: ["password_rules"],
    queryFn: () => dataProvider.call<{ password_rules: string }>({ path: "/users/password_rules/" }),
  });
  return <Box sx={{ whiteSpace: "pre-line", mb: 1, color: "text.secondary" }}>{rules.data?.password_rules}</Box>;
}
