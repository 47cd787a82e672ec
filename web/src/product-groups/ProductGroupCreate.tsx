import { CreateScreen } from "../forms/CreateScreen";
import { PRODUCT_DEFAULTS } from "../products/productDefaults";
import { ProductGroupFields } from "./ProductGroupFields";
import { productGroupLink } from "./productGroupLink";

export default function ProductGroupCreate() {
  return (
    <CreateScreen resource="product_groups" title="product_group.create" list={{ to: "/product_groups", label: "menu.product_groups" }} defaults={PRODUCT_DEFAULTS} alwaysEnable afterSave={productGroupLink}>
      <ProductGroupFields />
    </CreateScreen>
  );
}
