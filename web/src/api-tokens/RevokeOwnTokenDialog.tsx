import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { ApiToken, User } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { OwnPasswordInput } from "./OwnPasswordInput";

interface Props {
  token: ApiToken;
  owner: User;
  onClose: () => void;
}

/** Ends a token of one's own, confirmed with the password. */
export default function RevokeOwnTokenDialog({ token, owner, onClose }: Props) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const saved = useSaved();
  const save = async ({ password }: { password: string }) => {
    await dataProvider.call({
      method: "POST",
      path: "/authentication/revoke_user_api_token/",
      body: { username: owner.username, password, name: token.name },
    });
    saved("token.revoked");
  };
  return (
    <FormDialog<{ password: string }> title="token.revoke_title" saveLabel="token.revoke" resource="api_tokens" initial={{ id: token.id }} save={save} onClose={onClose}>
      <OwnPasswordInput />
    </FormDialog>
  );
}
