import { Stack } from "@mui/material";
import type { Product } from "../api/types";
import { Panel } from "../values/Panel";
import { ApprovalList } from "./ApprovalList";
import { ObservationReviewList } from "./ObservationReviewList";

/** What waits for a decision in a product; only the kinds that there are. */
export default function ProductReviews({ product }: { product: Product }) {
  return (
    <Stack spacing={2}>
      {product.observation_reviews > 0 ? (
        <Panel title="review.observations">
          <ObservationReviewList product={product} />
        </Panel>
      ) : null}
      {product.observation_log_approvals > 0 ? (
        <Panel title="review.approvals">
          <ApprovalList product={product} />
        </Panel>
      ) : null}
    </Stack>
  );
}
