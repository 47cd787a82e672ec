import { useTranslate } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { ProductGroup } from "../api/types";
import { EditScreen } from "../forms/EditScreen";
import { ProductGroupFields } from "./ProductGroupFields";
import { productGroupLink } from "./productGroupLink";

export default function ProductGroupEdit() {
  const translate = useTranslate();
  return (
    <EditScreen<ProductGroup>
      resource="product_groups"
      path={(group) => [
        { name: translate("menu.product_groups"), to: "/product_groups" },
        { name: group.name, to: productGroupLink(group.id) },
      ]}
      mayDelete={(group) => can(group, Permission.ProductGroupDelete)}
      alwaysEnable
      afterSave={productGroupLink}
      afterDelete="/product_groups"
    >
      <ProductGroupFields />
    </EditScreen>
  );
}
