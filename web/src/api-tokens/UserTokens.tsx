import AddIcon from "@mui/icons-material/Add";
import KeyOffIcon from "@mui/icons-material/KeyOff";
import { Alert } from "@mui/material";
import { useState } from "react";
import { PasswordInput, required, useDataProvider, useGetList, useNotify, useRefresh, useTranslate } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { ApiToken, ApiTokenCreated, User } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { FormDialog } from "../dialogs/FormDialog";
import { ExpirationInput } from "../forms/ExpirationInput";
import { LineInput } from "../forms/LineInput";
import type { Column } from "../lists/columns";
import { RecordList } from "../lists/RecordList";
import { useFeature } from "../session/statusSettings";
import { Moment } from "../values/Moment";
import { CreatedTokenDialog } from "./CreatedTokenDialog";
import { listSnippet } from "./curlSnippet";

const STATE_KEY = "api_tokens.embedded";

interface CreateValues {
  password: string;
  name: string;
  expiration_date?: string | null;
}

function OwnPassword() {
  return <PasswordInput source="password" autoComplete="current-password" validate={required()} helperText={false} />;
}

/** The API tokens of a user. Only the owner creates and revokes them, with the own password. */
export function UserTokens({ user, own }: { user: User; own: boolean }) {
  const translate = useTranslate();
  const several = useFeature("feature_multiple_api_tokens");
  const { total = 0 } = useGetList<ApiToken>("api_tokens", { filter: { user: user.id }, pagination: { page: 1, perPage: 1 } });
  const full = total > 0 && !several;
  const columns: Column<ApiToken>[] = [
    { source: "name" },
    { source: "expiration_date", render: (token) => <Moment timestamp={token.expiration_date} dateOnly /> },
    ...(own ? [{ source: "actions", actions: true, render: (token: ApiToken) => <RevokeButton token={token} user={user} /> }] : []),
  ];
  return (
    <>
      {own && full ? <Alert severity="info">{translate("token.only_one")}</Alert> : null}
      {own && !user.has_password ? <Alert severity="info">{translate("token.password_needed")}</Alert> : null}
      <RecordList<ApiToken>
        resource="api_tokens"
        stateKey={STATE_KEY}
        sort={{ field: "name", order: "ASC" }}
        filter={{ user: user.id }}
        actions={own && user.has_password ? <CreateButton user={user} disabled={full} /> : null}
        columns={columns}
        plain
      />
    </>
  );
}

function CreateButton({ user, disabled }: { user: User; disabled: boolean }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const refresh = useRefresh();
  const [token, setToken] = useState<string | null>(null);

  const save = async ({ password, name, expiration_date }: CreateValues) => {
    const answer = await dataProvider.call<ApiTokenCreated>({
      method: "POST",
      path: "/authentication/create_user_api_token/",
      body: { username: user.username, password, name, expiration_date: expiration_date === "" ? null : (expiration_date ?? null) },
    });
    setToken(answer.token);
  };
  const close = () => {
    setToken(null);
    refresh();
  };
  return (
    <>
      <DialogButton
        label="token.create"
        icon={<AddIcon />}
        disabled={disabled}
        dialog={(closeForm) => (
          <FormDialog<CreateValues> title="token.create" saveLabel="ra.action.create" resource="api_tokens" save={save} onClose={closeForm}>
            <OwnPassword />
            <LineInput source="name" max={32} mandatory helperText={false} />
            <ExpirationInput />
          </FormDialog>
        )}
      />
      {token !== null ? <CreatedTokenDialog token={token} snippet={listSnippet(window.location.origin, token)} onClose={close} /> : null}
    </>
  );
}

function RevokeButton({ token, user }: { token: ApiToken; user: User }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async ({ password }: { password: string }) => {
    await dataProvider.call({
      method: "POST",
      path: "/authentication/revoke_user_api_token/",
      body: { username: user.username, password, name: token.name },
    });
    notify("token.revoked", { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label="token.revoke"
      icon={<KeyOffIcon />}
      dialog={(close) => (
        <FormDialog<{ password: string }> title="token.revoke_title" saveLabel="token.revoke" resource="api_tokens" initial={{ id: token.id }} save={save} onClose={close}>
          <OwnPassword />
        </FormDialog>
      )}
    />
  );
}
