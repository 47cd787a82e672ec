import { Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Product } from "../api/types";
import { licensePolicyLink } from "../license-policies/licensePolicyLink";
import { ReferenceName } from "../values/ReferenceName";

/** The license policy that holds for a product: its own one, else the one of its group. */
export function PolicyOfProduct({ product }: { product: Product }) {
  const translate = useTranslate();
  const own = product.license_policy ?? null;
  const policy = own ?? product.product_group_license_policy;
  if (policy === null)
    return (
      <Typography variant="body2" sx={{ color: "text.secondary" }}>
        {translate("license.no_policy")}
      </Typography>
    );
  return (
    <Typography variant="body2" sx={{ "& a": { textDecoration: "underline" } }}>
      {translate(own === null ? "license.policy_of_group" : "license.policy_of_product")}:{" "}
      <ReferenceName reference="license_policies" id={policy} to={licensePolicyLink(policy)} />
    </Typography>
  );
}
