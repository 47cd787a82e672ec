import { useTranslate } from "react-admin";
import { useLocation } from "react-router-dom";
import { can, Permission, roleName } from "../access/permissions";
import type { Product, ProductApiToken, ProductGroup } from "../api/types";
import { deleteRecordsAction } from "../bulk/deleteRecordsAction";
import type { Column } from "../lists/columns";
import { EmptyList } from "../lists/EmptyList";
import { RecordList } from "../lists/RecordList";
import { Moment } from "../values/Moment";
import { ProductTokenButton } from "./ProductTokenButton";
import { RevokeProductTokenAction } from "./RevokeProductTokenAction";

const TABLE_KEY = "product_api_tokens.embedded";

/** The API tokens of a product or a product group. */
export default function ProductTokenList({ product }: { product: Product | ProductGroup }) {
  const translate = useTranslate();
  // The same list belongs to products and to product groups.
  const { pathname } = useLocation();
  const mayRevoke = can(product, Permission.ProductTokenRevoke);
  const create = can(product, Permission.ProductTokenCreate) ? <ProductTokenButton product={product} /> : null;
  const columns: Column<ProductApiToken>[] = [
    { source: "name", sortable: false },
    { source: "role", sortable: false, render: (token) => translate(roleName(token.role), { _: String(token.role) }) },
    { source: "expiration_date", sortable: false, render: (token) => <Moment timestamp={token.expiration_date} dateOnly /> },
    { source: "last_used", sortable: false, render: (token) => <Moment timestamp={token.last_used} /> },
    ...(mayRevoke ? [{ source: "actions", actions: true, render: (token: ProductApiToken) => <RevokeProductTokenAction token={token} /> }] : []),
  ];
  return (
    <RecordList<ProductApiToken>
      resource="product_api_tokens"
      key={product.id}
      stateKey={`${TABLE_KEY}.${product.id}`}
      tableKey={TABLE_KEY}
      sort={{ field: "id", order: "ASC" }}
      filter={{ product: product.id }}
      actions={create}
      empty={<EmptyList text="token.none" hint="token.none_hint" action={create} />}
      columns={columns}
      rowName={({ name }) => name}
      bulkActions={mayRevoke ? [deleteRecordsAction({ resource: "product_api_tokens", label: "token.revoke", link: () => pathname })] : []}
      plain
    />
  );
}
