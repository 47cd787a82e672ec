import type { ApiToken } from "../api/types";
import { PlaceLink } from "../values/PlaceLink";

/** Whose token it is. The user behind the token of a product or a product group is a technical one and has no screen. */
export function TokenOwner({ token }: { token: ApiToken }) {
  if (token.product !== null || token.product_group !== null) return <>{token.username}</>;
  return <PlaceLink to={`/users/${token.user}/show`}>{token.username}</PlaceLink>;
}
