import { CreateScreen } from "../forms/CreateScreen";
import { PRODUCT_DEFAULTS } from "./productDefaults";
import { ProductFields } from "./ProductFields";
import { productLink } from "./productLink";

export default function ProductCreate() {
  return (
    <CreateScreen resource="products" title="product.create" list={{ to: "/products", label: "menu.products" }} defaults={PRODUCT_DEFAULTS} alwaysEnable afterSave={productLink}>
      <ProductFields />
    </CreateScreen>
  );
}
