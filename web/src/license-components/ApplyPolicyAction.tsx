import PlayArrowIcon from "@mui/icons-material/PlayArrow";
import { useDataProvider } from "react-admin";
import { can, Permission } from "../access/permissions";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Product } from "../api/types";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";

/** Evaluates the components of a product with the license policy as it is now. */
export function ApplyPolicyAction({ product }: { product: Product }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  if (!can(product, Permission.ProductEdit)) return null;
  return (
    <ConfirmedAction
      label="license_policy.apply"
      title="license_policy.apply_title"
      question="license_policy.apply_to_product_question"
      success="license_policy.applied"
      names={{ name: product.name }}
      icon={<PlayArrowIcon />}
      danger={false}
      call={() => dataProvider.call({ method: "POST", path: "/license_policies/apply_product/", query: { product: product.id } })}
    />
  );
}
