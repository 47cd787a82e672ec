import AddIcon from "@mui/icons-material/Add";
import { useState } from "react";
import { useDataProvider, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { ApiTokenCreated, Product, ProductGroup } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { FormDialog } from "../dialogs/FormDialog";
import { ExpirationInput } from "../forms/ExpirationInput";
import { LineInput } from "../forms/LineInput";
import { RoleInput } from "../forms/RoleInput";
import { CreatedTokenDialog } from "./CreatedTokenDialog";
import { listSnippet, uploadSnippet } from "./curlSnippet";

interface Values {
  role: number;
  name: string;
  expiration_date?: string | null;
}

const UPLOAD_ROLE = 2;

/** Creates a token for pipelines. */
export function CreateProductTokenButton({ product, disabled }: { product: Product | ProductGroup; disabled: boolean }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const refresh = useRefresh();
  const [token, setToken] = useState<string | null>(null);

  const save = async ({ role, name, expiration_date }: Values) => {
    const answer = await dataProvider.call<ApiTokenCreated>({
      method: "POST",
      path: "/product_api_tokens/",
      body: { product: product.id, role, name, expiration_date: expiration_date === "" ? null : (expiration_date ?? null) },
    });
    setToken(answer.token);
  };
  const close = () => {
    setToken(null);
    refresh();
  };
  // A group holds no observations: nothing can be uploaded to it.
  const isGroup = "products_count" in product;
  const origin = window.location.origin;
  return (
    <>
      <DialogButton
        label="token.create"
        icon={<AddIcon />}
        disabled={disabled}
        dialog={(closeForm) => (
          <FormDialog<Values> title="token.create" saveLabel="ra.action.create" resource="product_api_tokens" initial={{ role: UPLOAD_ROLE }} save={save} onClose={closeForm}>
            <RoleInput />
            <LineInput source="name" max={32} mandatory autoFocus helperText={false} />
            <ExpirationInput />
          </FormDialog>
        )}
      />
      {token !== null ? (
        <CreatedTokenDialog token={token} snippet={isGroup ? listSnippet(origin, token) : uploadSnippet(origin, token, product.name)} onClose={close} />
      ) : null}
    </>
  );
}
