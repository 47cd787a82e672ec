import { useTranslate } from "react-admin";
import type { ApiToken } from "../api/types";
import { PlaceLink } from "../values/PlaceLink";

/** Whose token it is. The user behind a product's token is a technical one and has no screen. */
export function TokenOwner({ token }: { token: ApiToken }) {
  const translate = useTranslate();
  if (token.product !== null) return <>{translate("token.of_product")}</>;
  if (token.product_group !== null) return <>{translate("token.of_product_group")}</>;
  return <PlaceLink to={`/users/${token.user}/show`}>{token.username}</PlaceLink>;
}
