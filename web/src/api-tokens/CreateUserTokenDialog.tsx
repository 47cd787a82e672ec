import { useState } from "react";
import { useDataProvider, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { ApiTokenCreated, User } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { ExpirationInput } from "../forms/ExpirationInput";
import { LineInput } from "../forms/LineInput";
import CreatedTokenDialog from "./CreatedTokenDialog";
import { OwnPasswordInput } from "./OwnPasswordInput";
import { listSnippets } from "./snippets";

interface Values {
  password?: string;
  name: string;
  expiration_date?: string | null;
}

interface Props {
  user: User;
  onClose: () => void;
}

/** Creates a token of one's own, and shows it. Whoever has no password confirms with the session. */
export default function CreateUserTokenDialog({ user, onClose }: Props) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const refresh = useRefresh();
  const [token, setToken] = useState<string | null>(null);

  const save = async ({ password, name, expiration_date }: Values) => {
    const wanted = { name, expiration_date: expiration_date === "" ? null : (expiration_date ?? null) };
    const answer = await dataProvider.call<ApiTokenCreated>(
      user.has_password
        ? { method: "POST", path: "/authentication/create_user_api_token/", body: { username: user.username, password, ...wanted } }
        : { method: "POST", path: "/api_tokens/", body: wanted },
    );
    setToken(answer.token);
    // The dialog goes on with the token.
    return false;
  };
  const close = () => {
    refresh();
    onClose();
  };
  if (token !== null) return <CreatedTokenDialog token={token} snippets={listSnippets(window.location.origin, token)} onClose={close} />;
  return (
    <FormDialog<Values> title="token.create" saveLabel="ra.action.create" resource="api_tokens" save={save} onClose={onClose}>
      {user.has_password ? <OwnPasswordInput /> : null}
      <LineInput source="name" max={32} mandatory helperText={false} />
      <ExpirationInput />
    </FormDialog>
  );
}
