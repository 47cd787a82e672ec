import { useState } from "react";
import { useDataProvider, useRefresh } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { ApiTokenCreated, Product, ProductGroup } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { ExpirationInput } from "../forms/ExpirationInput";
import { LineInput } from "../forms/LineInput";
import { RoleInput } from "../forms/RoleInput";
import CreatedTokenDialog from "./CreatedTokenDialog";
import { listSnippets, uploadSnippets } from "./snippets";

interface Values {
  role: number;
  name: string;
  expiration_date?: string | null;
}

interface Props {
  product: Product | ProductGroup;
  onClose: () => void;
}

const UPLOAD_ROLE = 2;

/** Creates a token for pipelines, and shows it. */
export default function CreateProductTokenDialog({ product, onClose }: Props) {
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
    // The dialog goes on with the token.
    return false;
  };
  const close = () => {
    refresh();
    onClose();
  };
  if (token !== null) {
    const { origin } = window.location;
    // A group holds no observations: nothing can be uploaded to it.
    const isGroup = "products_count" in product;
    return <CreatedTokenDialog token={token} snippets={isGroup ? listSnippets(origin, token) : uploadSnippets({ origin, product: product.name }, token)} onClose={close} />;
  }
  return (
    <FormDialog<Values> title="token.create" saveLabel="ra.action.create" resource="product_api_tokens" initial={{ role: UPLOAD_ROLE }} save={save} onClose={onClose}>
      <RoleInput />
      <LineInput source="name" max={32} mandatory autoFocus helperText={false} />
      <ExpirationInput />
    </FormDialog>
  );
}
