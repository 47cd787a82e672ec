import type { ApiToken } from "../api/types";
import type { Column } from "../lists/columns";
import { RecordList } from "../lists/RecordList";
import { Moment } from "../values/Moment";
import { PlaceLink } from "../values/PlaceLink";

const STATE_KEY = "api_tokens.list";

function Owner({ token }: { token: ApiToken }) {
  // The user behind a product's token is a technical one and has no screen.
  const technical = token.product !== null || token.product_group !== null;
  return technical ? <>{token.username}</> : <PlaceLink to={`/users/${token.user}/show`}>{token.username}</PlaceLink>;
}

function place(resource: "products" | "product_groups", id: number | null) {
  return id === null ? null : <PlaceLink to={`/${resource}/${id}/show/api_token`}>{id}</PlaceLink>;
}

const COLUMNS: readonly Column<ApiToken>[] = [
  { source: "username", render: (token) => <Owner token={token} /> },
  { source: "product", sortable: false, auto: true, render: (token) => place("products", token.product) },
  { source: "product_group", sortable: false, auto: true, render: (token) => place("product_groups", token.product_group) },
  { source: "name" },
  { source: "expiration_date", render: (token) => <Moment timestamp={token.expiration_date} dateOnly /> },
];

/** The API tokens of everybody. */
export default function AllTokenList() {
  return (
    <RecordList<ApiToken> resource="api_tokens" stateKey={STATE_KEY} sort={{ field: "username", order: "ASC" }}
      columns={COLUMNS}
      plain
    />
  );
}
