import { Alert } from "@mui/material";
import { useDataProvider, useGetList, useTranslate } from "react-admin";
import { can, Permission, roleName } from "../access/permissions";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Product, ProductApiToken, ProductGroup } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import type { Column } from "../lists/columns";
import { RecordList } from "../lists/RecordList";
import { useFeature } from "../session/statusSettings";
import { Moment } from "../values/Moment";
import { CreateProductTokenButton } from "./CreateProductTokenButton";

const STATE_KEY = "product_api_tokens.embedded";

/** The API tokens of a product or a product group. */
export default function ProductTokenList({ product }: { product: Product | ProductGroup }) {
  const translate = useTranslate();
  const several = useFeature("feature_multiple_api_tokens");
  const { total = 0 } = useGetList<ProductApiToken>("product_api_tokens", { filter: { product: product.id } });
  const mayCreate = can(product, Permission.ProductTokenCreate);
  const full = total > 0 && !several;
  const columns: Column<ProductApiToken>[] = [
    { source: "name", sortable: false },
    { source: "role", sortable: false, render: (token) => translate(roleName(token.role), { _: String(token.role) }) },
    { source: "expiration_date", sortable: false, render: (token) => <Moment timestamp={token.expiration_date} dateOnly /> },
    { source: "actions", actions: true, render: (token) => <RevokeAction token={token} product={product} /> },
  ];
  return (
    <>
      {mayCreate && full ? <Alert severity="info">{translate("token.only_one")}</Alert> : null}
      <RecordList<ProductApiToken>
        resource="product_api_tokens"
        stateKey={STATE_KEY}
        sort={{ field: "id", order: "ASC" }}
        filter={{ product: product.id }}
        actions={mayCreate ? <CreateProductTokenButton product={product} disabled={full} /> : null}
        columns={columns}
        plain
      />
    </>
  );
}

function RevokeAction({ token, product }: { token: ProductApiToken; product: Product | ProductGroup }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  if (!can(product, Permission.ProductTokenRevoke)) return null;
  return (
    <ConfirmedAction
      label="token.revoke"
      title="token.revoke_title"
      question="token.revoke_question"
      success="token.revoked"
      names={{ name: token.name }}
      call={() => dataProvider.delete("product_api_tokens", { id: token.id })}
    />
  );
}
