import type { ApiToken } from "../api/types";
import { deleteRecordsAction } from "../bulk/deleteRecordsAction";
import type { Column } from "../lists/columns";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { Moment } from "../values/Moment";
import { ReferenceName } from "../values/ReferenceName";
import { RevokeTokenAction } from "./RevokeTokenAction";
import { TokenOwner } from "./TokenOwner";

const STATE_KEY = "api_tokens.list";

const COLUMNS: readonly Column<ApiToken>[] = [
  { source: "username", render: (token) => <TokenOwner token={token} /> },
  {
    source: "product",
    sortable: false,
    auto: true,
    render: (token) => (token.product === null ? null : <ReferenceName reference="product_names" id={token.product} to={`/products/${token.product}/show/api_token`} />),
  },
  {
    source: "product_group",
    sortable: false,
    auto: true,
    render: (token) =>
      token.product_group === null ? null : (
        <ReferenceName reference="product_group_names" id={token.product_group} to={`/product_groups/${token.product_group}/show/api_token`} />
      ),
  },
  { source: "name" },
  { source: "expiration_date", render: (token) => <Moment timestamp={token.expiration_date} dateOnly /> },
  { source: "last_used", sortable: false, render: (token) => <Moment timestamp={token.last_used} /> },
  { source: "actions", actions: true, render: (token) => <RevokeTokenAction token={token} /> },
];

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "username", search: true },
  { kind: "text", source: "name" },
];

const ACTIONS = [deleteRecordsAction({ resource: "api_tokens", label: "token.revoke", link: () => "/access_control/api_tokens" })];

/** The API tokens of everybody, for superusers. */
export default function AllTokenList() {
  return (
    <RecordList<ApiToken>
      resource="api_tokens"
      stateKey={STATE_KEY}
      sort={{ field: "username", order: "ASC" }}
      columns={COLUMNS}
      filters={FILTERS}
      rowName={({ name }) => name ?? ""}
      bulkActions={ACTIONS}
      inAddress
    />
  );
}
