import { can, Permission } from "../access/permissions";
import type { ObservationListItem, Product } from "../api/types";
import { EmptyList } from "../lists/EmptyList";
import { RecordList } from "../lists/RecordList";
import { IN_REVIEW, stateKeys } from "../navigation/context";
import { besideList } from "../observations/besideList";
import { ASSESSABLE, assessAction } from "../observations/bulkActions";
import { GLOBAL_COLUMNS, PRODUCT_COLUMNS } from "../observations/observationColumns";
import { ObservationExpansion } from "../observations/ObservationExpansion";
import { globalFilters, productFilters } from "../observations/observationFilters";
import { observationLink } from "../observations/observationLink";
import { useEditRow } from "../observations/useEditRow";
import { useFeature } from "../session/statusSettings";

/** The observations that wait for a review, of all products or of one. */
export function ObservationReviewList({ product }: { product?: Product }) {
  const edit = useEditRow();
  const exploits = useFeature("feature_exploit_information");
  const filters = product === undefined ? globalFilters(exploits) : productFilters(product, exploits);
  const branch = product?.repository_default_branch ?? null;
  const from = product === undefined ? "reviews" : `productreviews-${product.id}`;
  const assess = assessAction(product === undefined ? "/observations/bulk_assessment/" : `/products/${product.id}/observations_bulk_assessment/`);
  return (
    <RecordList<ObservationListItem>
      resource="observations"
      stateKey={product === undefined ? stateKeys.reviews : stateKeys.reviewsOf(product.id)}
      tableKey={product === undefined ? stateKeys.reviews : "observations.review.product"}
      columns={(product === undefined ? GLOBAL_COLUMNS : PRODUCT_COLUMNS).filter(({ source }) => source !== "has_potential_duplicates")}
      sort={{ field: "current_severity", order: "ASC" }}
      filter={{ ...IN_REVIEW, ...(product !== undefined && { product: product.id }) }}
      filterDefaults={branch === null ? {} : { branch }}
      filters={filters.filter(({ source }) => source !== "current_status")}
      empty={<EmptyList text="review.no_observations" />}
      rowLink={({ id }) => observationLink(id, from)}
      rowName={({ title }) => title}
      bulkActions={product === undefined || can(product, Permission.ObservationAssess) ? [assess] : []}
      {...(product === undefined && ASSESSABLE)}
      light="observation_titles"
      onEdit={edit}
      expand={<ObservationExpansion />}
      details={besideList}
      inAddress={product === undefined}
    />
  );
}
