import { Stack } from "@mui/material";
import type { Product } from "../api/types";
import { Foldable } from "../values/Foldable";
import { ApprovalList } from "./ApprovalList";
import { ObservationReviewList } from "./ObservationReviewList";

/** What waits for a decision in a product. Where it is of one kind only, that is open at once. */
export default function ProductReviews({ product }: { product: Product }) {
  const { observation_reviews: reviews, observation_log_approvals: approvals } = product;
  const needsApproval = product.assessments_need_approval === true || product.product_group_assessments_need_approval || approvals > 0;
  return (
    <Stack spacing={1}>
      <Foldable title="review.to_review" count={reviews} opened={approvals === 0}>
        <ObservationReviewList product={product} />
      </Foldable>
      {needsApproval ? (
        <Foldable title="review.to_approve" count={approvals} opened={reviews === 0}>
          <ApprovalList product={product} />
        </Foldable>
      ) : null}
    </Stack>
  );
}
