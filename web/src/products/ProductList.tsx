import InventoryIcon from "@mui/icons-material/Inventory2";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router-dom";
import { can, Permission } from "../access/permissions";
import type { ProductListItem } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { deleteRecordsAction } from "../bulk/deleteRecordsAction";
import { CreateLink } from "../lists/CreateLink";
import type { ListFilter } from "../lists/filters";
import { EmptyList } from "../lists/EmptyList";
import { RecordList } from "../lists/RecordList";
import { stateKeys } from "../navigation/context";
import { useCurrentUser } from "../session/session";
import { AGES, choices } from "../values/choices";
import { productColumns } from "./productColumns";
import { productLink } from "./productLink";

const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "name", search: true },
  { kind: "reference", source: "product_group", reference: "product_group_names" },
  { kind: "yesno", source: "security_gate_passed" },
  { kind: "choice", source: "age", label: "fields.last_observation_change", choices: choices(AGES) },
];

const ACTIONS = [deleteRecordsAction({ resource: "products", link: productLink })];

export default function ProductList() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const user = useCurrentUser();
  const create = can(user, Permission.ProductCreate) ? <CreateLink to="/products/create" label="product.create" /> : null;
  return (
    <>
      <PageHeader title={translate("menu.products")} icon={<InventoryIcon />} actions={create} />
      <RecordList<ProductListItem>
        resource="products"
        stateKey={stateKeys.products}
        sort={{ field: "name", order: "ASC" }}
        filters={FILTERS}
        empty={<EmptyList text="product.none" hint="product.none_hint" action={create} />}
        columns={productColumns(true)}
        rowLink={(product) => productLink(product.id, "list")}
        rowName={({ name }) => name}
        selectable={(product) => can(product, Permission.ProductDelete)}
        bulkActions={ACTIONS}
        light="product_names"
        onEdit={(product) => can(product, Permission.ProductEdit) && void navigate(`/products/${product.id}`)}
        inAddress
        framed
      />
    </>
  );
}
