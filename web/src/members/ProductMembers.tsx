import { Stack } from "@mui/material";
import type { Product, ProductGroup } from "../api/types";
import { MemberList } from "./MemberList";
import { GROUPS, USERS } from "./memberKinds";

/** Who may do what with a product or a product group. */
export default function ProductMembers({ product }: { product: Product | ProductGroup }) {
  return (
    <Stack spacing={4}>
      <MemberList kind={USERS} product={product} />
      <MemberList kind={GROUPS} product={product} />
    </Stack>
  );
}
