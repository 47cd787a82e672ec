import { useDataProvider } from "react-admin";
import type { ProductGroup } from "../api/types";
import { FormDialog } from "../dialogs/FormDialog";
import { useSaved } from "../dialogs/useSaved";
import { PRODUCT_DEFAULTS } from "../products/productDefaults";
import { ProductFields } from "../products/ProductFields";

interface Props {
  group: ProductGroup;
  onClose: () => void;
}

/** Creates a product in a group. */
export default function AddProductDialog({ group, onClose }: Props) {
  const dataProvider = useDataProvider();
  const saved = useSaved();
  const save = async (values: object) => {
    await dataProvider.create("products", { data: { ...values, product_group: group.id } });
    saved("product.added");
  };
  return (
    <FormDialog title="product.add" resource="products" initial={{ ...PRODUCT_DEFAULTS, product_group: group.id }} save={save} alwaysEnable onClose={onClose} maxWidth="md">
      <ProductFields fixedGroup />
    </FormDialog>
  );
}
