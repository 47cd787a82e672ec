import { Alert, Button, CircularProgress, Stack, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useDataProvider, useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import type { ApiDataProvider } from "../api/dataProvider";
import type { ImportRun, Page } from "../api/types";
import { SnippetTabs } from "../api-tokens/SnippetTabs";
import { uploadSnippets } from "../api-tokens/snippets";
import { productLink } from "../products/productLink";
import { CopyableText } from "../values/CopyableText";

interface Props {
  product: { product: number; name: string };
  /** null when it cannot be shown. */
  token: string | null;
  onOver: () => void;
}

const EVERY = 2000;

/** The last step: the token, commands that use it, and what the first of them brought as soon as it is there. */
export function GuideImport({ product, token, onOver }: Props) {
  const translate = useTranslate();
  const run = useFirstImport(product.product);
  return (
    <Stack spacing={2}>
      {token === null ? null : (
        <>
          <Alert severity="warning">{translate("token.shown_once")}</Alert>
          <CopyableText text={token} label="token.copy_token" />
        </>
      )}
      <Typography variant="body2">{translate("guide.import_text")}</Typography>
      <SnippetTabs snippets={uploadSnippets({ origin: window.location.origin, product: product.name }, token ?? translate("guide.token_placeholder"))} />
      <div role="status">
        {run === undefined ? (
          <Stack direction="row" spacing={1.5} sx={{ alignItems: "center" }}>
            <CircularProgress size={20} aria-hidden />
            <Typography>{translate("guide.waiting")}</Typography>
          </Stack>
        ) : (
          <Arrived run={run} />
        )}
      </div>
      {run?.outcome === "Success" ? (
        <div>
          <Button variant="contained" component={Link} to={productLink(product.product)} onClick={onOver}>
            {translate("guide.open", { product: product.name })}
          </Button>
        </div>
      ) : null}
    </Stack>
  );
}

function Arrived({ run }: { run: ImportRun }) {
  const translate = useTranslate();
  if (run.outcome !== "Success") return <Alert severity="error">{translate("guide.failed", { file: run.filename, message: run.message })}</Alert>;
  return <Alert severity="success">{translate("guide.arrived", { file: run.filename, smart_count: run.observations_new ?? 0 })}</Alert>;
}

/** The latest import of a product; asked for again and again until there is one that succeeded. */
function useFirstImport(product: number): ImportRun | undefined {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const { data } = useQuery({
    queryKey: ["guide", "import", product],
    queryFn: async ({ signal }) => (await dataProvider.call<Page<ImportRun>>({ path: "/import_runs/", query: { product, page_size: 1, ordering: "-started" }, signal })).results[0] ?? null,
    refetchInterval: (query) => (query.state.data?.outcome === "Success" ? false : EVERY),
  });
  return data ?? undefined;
}
