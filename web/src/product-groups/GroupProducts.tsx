import AddIcon from "@mui/icons-material/Add";
import { lazy } from "react";
import { useNavigate } from "react-router-dom";
import { can, Permission } from "../access/permissions";
import type { ProductGroup, ProductListItem } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { EmptyList } from "../lists/EmptyList";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { stateKeys } from "../navigation/context";
import { productColumns } from "../products/productColumns";
import { productLink } from "../products/productLink";
import { useCurrentUser } from "../session/session";

const AddProductDialog = lazy(() => import("./AddProductDialog"));

const FILTERS: readonly ListFilter[] = [{ kind: "text", source: "name", search: true }];

/** The products of a group. */
export default function GroupProducts({ group }: { group: ProductGroup }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const stateKey = stateKeys.productsOf(group.id);
  const add = can(user, Permission.ProductCreate) ? <DialogButton label="product.add" icon={<AddIcon />} dialog={(close) => <AddProductDialog group={group} onClose={close} />} /> : null;
  return (
    <RecordList<ProductListItem>
      key={group.id}
      resource="products"
      stateKey={stateKey}
      sort={{ field: "name", order: "ASC" }}
      filter={{ product_group: group.id }}
      filters={FILTERS}
      actions={add}
      empty={<EmptyList text="product_group.no_products" action={add} />}
      tableKey="products.embedded"
      columns={productColumns(false)}
      rowLink={(product) => productLink(product.id, `group-${group.id}`)}
      light="product_names"
      onEdit={(product) => can(product, Permission.ProductEdit) && void navigate(`/products/${product.id}`)}
      inAddress
    />
  );
}
