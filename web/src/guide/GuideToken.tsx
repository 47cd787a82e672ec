import { Alert, Button } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useDataProvider, useTranslate } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { ApiTokenCreated, Page, ProductApiToken } from "../api/types";
import { LineInput } from "../forms/LineInput";
import { GuideForm } from "./GuideForm";

interface Props {
  product: { product: number };
  onCreated: (token: string) => void;
  /** Goes on with a token that somebody has kept. */
  onKept: () => void;
}

const UPLOAD_ROLE = 2;

/**
 * The second step: a token with which a pipeline may upload, and no more. A token that was shown before this page was loaded cannot be shown again:
 * whoever has not kept it gets another one in its place.
 */
export function GuideToken({ product: { product }, onCreated, onKept }: Props) {
  const translate = useTranslate();
  const dataProvider = useDataProvider<ApiDataProvider>();
  const { data, isPending } = useQuery({
    queryKey: ["guide", "tokens", product],
    queryFn: ({ signal }) => dataProvider.call<Page<ProductApiToken>>({ path: "/product_api_tokens/", query: { product }, signal }),
  });
  const lost = data?.results[0];
  const save = async ({ name }: { name: string }) => {
    if (lost !== undefined) await dataProvider.delete("product_api_tokens", { id: lost.id });
    const body = { product, role: UPLOAD_ROLE, name, expiration_date: null };
    onCreated((await dataProvider.call<ApiTokenCreated>({ method: "POST", path: "/product_api_tokens/", body })).token);
  };
  if (isPending) return null;
  if (lost === undefined) {
    return (
      <GuideForm text="guide.token_text" button="token.create" resource="product_api_tokens" initial={{ name: "pipeline" }} save={save}>
        <LineInput source="name" max={32} mandatory helperText={false} />
      </GuideForm>
    );
  }
  return (
    <>
      <Alert severity="info" sx={{ mb: 1 }} action={<Button color="inherit" onClick={onKept}>{translate("guide.token_kept")}</Button>}>
        {translate("guide.token_lost", { name: lost.name })}
      </Alert>
      <GuideForm text="guide.token_again" button="guide.token_replace" resource="product_api_tokens" initial={{ name: lost.name }} save={save} />
    </>
  );
}
