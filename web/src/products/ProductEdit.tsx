import { useTranslate } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { Product } from "../api/types";
import { EditScreen } from "../forms/EditScreen";
import { ProductFields } from "./ProductFields";
import { productLink } from "./productLink";
import { productPath } from "./productPath";

export default function ProductEdit() {
  const translate = useTranslate();
  return (
    <EditScreen<Product>
      resource="products"
      path={(product) => [...productPath(product, translate), { name: product.name, to: productLink(product.id) }]}
      mayDelete={(product) => can(product, Permission.ProductDelete)}
      alwaysEnable
      afterSave={productLink}
      afterDelete="/products"
    >
      <ProductFields />
    </EditScreen>
  );
}
