import AddIcon from "@mui/icons-material/Add";
import { lazy } from "react";
import type { ObservationListItem, Product } from "../api/types";
import { can, Permission } from "../access/permissions";
import { DialogButton } from "../dialogs/DialogButton";
import { RecordList } from "../lists/RecordList";
import { stateKeys } from "../navigation/context";
import { useFeature } from "../session/statusSettings";
import { ACTIVE_STATUSES } from "../values/choices";
import { besideList } from "./besideList";
import { assessAction, deleteAction } from "./bulkActions";
import { DefaultBranchButton } from "./DefaultBranchButton";
import { PRODUCT_COLUMNS } from "./observationColumns";
import { ObservationExpansion } from "./ObservationExpansion";
import { productFilters } from "./observationFilters";
import { observationLink } from "./observationLink";
import { useEditRow } from "./useEditRow";

const CreateObservationDialog = lazy(() => import("./CreateObservationDialog"));

/** The observations of a product; at the first visit the active ones of its default branch. */
export default function ProductObservations({ product }: { product: Product }) {
  const exploits = useFeature("feature_exploit_information");
  const edit = useEditRow();
  const defaults = defaultFilter(product);
  const actions = [
    ...(can(product, Permission.ObservationAssess) ? [assessAction(`/products/${product.id}/observations_bulk_assessment/`)] : []),
    ...(can(product, Permission.ObservationDelete) ? [deleteAction(product.id)] : []),
  ];
  return (
    <RecordList<ObservationListItem>
      // Another product is another list, with filters of its own.
      key={product.id}
      resource="observations"
      stateKey={stateKeys.observationsOf(product.id)}
      tableKey="observations.embedded"
      columns={PRODUCT_COLUMNS}
      sort={{ field: "current_severity", order: "ASC" }}
      filter={{ product: product.id }}
      filterDefaults={defaults}
      filters={productFilters(product, exploits)}
      actions={
        <>
          <DefaultBranchButton filter={defaults} />
          {can(product, Permission.ObservationCreate) ? <DialogButton label="observation.add" icon={<AddIcon />} dialog={(close) => <CreateObservationDialog product={product} onClose={close} />} /> : null}
        </>
      }
      rowLink={(observation) => observationLink(observation.id, `product-${product.id}`)}
      rowName={({ title }) => title}
      bulkActions={actions}
      light="observation_titles"
      onEdit={edit}
      expand={<ObservationExpansion />}
      details={besideList}
      inAddress
    />
  );
}

function defaultFilter(product: Product): Record<string, unknown> {
  const branch = product.repository_default_branch;
  return { current_status: ACTIVE_STATUSES, ...(branch !== null && { branch }) };
}
