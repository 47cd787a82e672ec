import { can, Permission } from "../access/permissions";
import type { ProductGroup } from "../api/types";
import { EditScreen } from "../forms/EditScreen";
import { ProductGroupFields } from "./ProductGroupFields";
import { productGroupLink } from "./productGroupLink";

export default function ProductGroupEdit() {
  return (
    <EditScreen<ProductGroup>
      resource="product_groups"
      name={(group) => group.name}
      mayDelete={(group) => can(group, Permission.ProductGroupDelete)}
      afterSave={productGroupLink}
    >
      <ProductGroupFields />
    </EditScreen>
  );
}
