import { can, Permission } from "../access/permissions";
import type { Product } from "../api/types";
import { EditScreen } from "../forms/EditScreen";
import { ProductFields } from "./ProductFields";
import { productLink } from "./productLink";

export default function ProductEdit() {
  return (
    <EditScreen<Product>
      resource="products"
      name={(product) => product.name}
      mayDelete={(product) => can(product, Permission.ProductDelete)}
      afterSave={productLink}
    >
      <ProductFields />
    </EditScreen>
  );
}
