import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { ApiTokenCreated } from "../api/types";
import { LineInput } from "../forms/LineInput";
import { GuideForm } from "./GuideForm";

interface Props {
  product: { product: number };
  onCreated: (token: string) => void;
}

const UPLOAD_ROLE = 2;

/** The second step: a token with which a pipeline may upload, and no more. */
export function GuideToken({ product, onCreated }: Props) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const save = async ({ name }: { name: string }) => {
    const body = { product: product.product, role: UPLOAD_ROLE, name, expiration_date: null };
    onCreated((await dataProvider.call<ApiTokenCreated>({ method: "POST", path: "/product_api_tokens/", body })).token);
  };
  return (
    <GuideForm text="guide.token_text" button="token.create" resource="product_api_tokens" initial={{ name: "pipeline" }} save={save}>
      <LineInput source="name" max={32} mandatory helperText={false} />
    </GuideForm>
  );
}
