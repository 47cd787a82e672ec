import KeyOffIcon from "@mui/icons-material/KeyOff";
import { lazy } from "react";
import { useDataProvider } from "react-admin";
import type { ApiToken, User } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import { DialogButton } from "../dialogs/DialogButton";

const RevokeOwnTokenDialog = lazy(() => import("./RevokeOwnTokenDialog"));

interface Props {
  token: ApiToken;
  /** Missing where a superuser ends the token of somebody else. */
  owner?: User;
}

/** Ends a token; its owner confirms with the password, when there is one. */
export function RevokeTokenAction({ token, owner }: Props) {
  const dataProvider = useDataProvider();
  if (owner?.has_password) {
    return <DialogButton label="token.revoke" icon={<KeyOffIcon />} dialog={(close) => <RevokeOwnTokenDialog token={token} owner={owner} onClose={close} />} />;
  }
  return (
    <ConfirmedAction
      label="token.revoke"
      icon={<KeyOffIcon />}
      title="token.revoke_title"
      question="token.revoke_question"
      success="token.revoked"
      names={{ name: token.name ?? "" }}
      call={() => dataProvider.delete("api_tokens", { id: token.id })}
    />
  );
}
