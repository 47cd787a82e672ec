import AddIcon from "@mui/icons-material/Add";
import { useDataProvider, useNotify, useRefresh } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { ApiDataProvider } from "../api/dataProvider";
import type { ProductGroup, ProductListItem } from "../api/types";
import { DialogButton } from "../dialogs/DialogButton";
import { FormDialog } from "../dialogs/FormDialog";
import { EmptyList } from "../lists/EmptyList";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { stateKeys } from "../navigation/context";
import { productColumns } from "../products/productColumns";
import { PRODUCT_DEFAULTS } from "../products/productDefaults";
import { ProductFields } from "../products/ProductFields";
import { productLink } from "../products/productLink";
import { useCurrentUser } from "../session/session";

const FILTERS: readonly ListFilter[] = [{ kind: "text", source: "name", search: true }];

/** The products of a group. */
export default function GroupProducts({ group }: { group: ProductGroup }) {
  const user = useCurrentUser();
  const stateKey = stateKeys.productsOf(group.id);
  const add = can(user, Permission.ProductCreate) ? <AddProductButton group={group} /> : null;
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
      inAddress
    />
  );
}

function AddProductButton({ group }: { group: ProductGroup }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();

  const save = async (values: object) => {
    await dataProvider.create("products", { data: { ...values, product_group: group.id } });
    notify("product.added", { type: "success" });
    refresh();
  };
  return (
    <DialogButton
      label="product.add"
      icon={<AddIcon />}
      dialog={(close) => (
        <FormDialog title="product.add" resource="products" initial={{ ...PRODUCT_DEFAULTS, product_group: group.id }} save={save} onClose={close} maxWidth="md">
          <ProductFields fixedGroup />
        </FormDialog>
      )}
    />
  );
}
