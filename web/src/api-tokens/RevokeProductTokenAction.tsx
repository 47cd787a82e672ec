import KeyOffIcon from "@mui/icons-material/KeyOff";
import { useDataProvider } from "react-admin";
import type { ProductApiToken } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";

/** Ends a token of a product. */
export function RevokeProductTokenAction({ token }: { token: ProductApiToken }) {
  const dataProvider = useDataProvider();
  return (
    <ConfirmedAction
      label="token.revoke"
      icon={<KeyOffIcon />}
      title="token.revoke_title"
      question="token.revoke_question"
      success="token.revoked"
      names={{ name: token.name }}
      call={() => dataProvider.delete("product_api_tokens", { id: token.id })}
    />
  );
}
