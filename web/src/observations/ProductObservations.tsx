import { FilterButton, TopToolbar } from "react-admin";
import type { ObservationListItem, Product } from "../api/types";
import { can, Permission } from "../access/permissions";
import { RecordList } from "../lists/RecordList";
import { RecordTable } from "../lists/RecordTable";
import { stateKeys } from "../navigation/context";
import { useFeature } from "../session/statusSettings";
import { ACTIVE_STATUSES } from "../values/choices";
import { BulkAssessment } from "./BulkAssessment";
import { BulkDelete } from "./BulkDelete";
import { DefaultBranchButton } from "./DefaultBranchButton";
import { CreateObservationButton } from "./CreateObservationButton";
import { PRODUCT_COLUMNS } from "./observationColumns";
import { ObservationExpansion } from "./ObservationExpansion";
import { productFilters } from "./observationFilters";
import { observationLink } from "./observationLink";

/** The observations of a product; at the first visit the active ones of its default branch. */
export default function ProductObservations({ product }: { product: Product }) {
  const exploits = useFeature("feature_exploit_information");
  const stateKey = stateKeys.observationsOf(product.id);
  const mayAssess = can(product, Permission.ObservationAssess);
  const mayDelete = can(product, Permission.ObservationDelete);
  const defaults = defaultFilter(product);
  return (
    <RecordList
      // Another product is another list, with filters of its own.
      key={product.id}
      resource="observations"
      stateKey={stateKey}
      sort={{ field: "current_severity", order: "ASC" }}
      filter={{ product: product.id }}
      filterDefaults={defaults}
      filters={productFilters(product, exploits)}
      actions={
        <TopToolbar>
          <DefaultBranchButton filter={defaults} />
          {can(product, Permission.ObservationCreate) ? <CreateObservationButton product={product} /> : null}
          <FilterButton />
        </TopToolbar>
      }
      inAddress
    >
      <RecordTable<ObservationListItem>
        stateKey="observations.embedded"
        columns={PRODUCT_COLUMNS}
        rowLink={(observation) => observationLink(observation.id, `product-${product.id}`)}
        bulkActions={
          mayAssess || mayDelete ? (
            <>
              {mayAssess ? <BulkAssessment path={`/products/${product.id}/observations_bulk_assessment/`} /> : null}
              {mayDelete ? <BulkDelete product={product.id} /> : null}
            </>
          ) : (
            false
          )
        }
        expand={<ObservationExpansion />}
      />
    </RecordList>
  );
}

function defaultFilter(product: Product): Record<string, unknown> {
  const branch = product.repository_default_branch;
  return { current_status: ACTIVE_STATUSES, ...(branch !== null && { branch }) };
}
