import ContentCopyIcon from "@mui/icons-material/ContentCopy";
import DeleteIcon from "@mui/icons-material/Delete";
import FactCheckIcon from "@mui/icons-material/FactCheck";
import { lazy } from "react";
import { can, Permission } from "../access/permissions";
import type { Observation, ObservationListItem } from "../api/types";
import type { BulkAction } from "../bulk/bulkAction";
import { BulkDeleteDialog } from "./BulkDeleteDialog";
import { MarkDuplicatesDialog } from "./MarkDuplicatesDialog";

const BulkAssessmentDialog = lazy(() => import("./BulkAssessmentDialog"));

/** Assesses several observations; `path` is that of one product, or of all. */
export function assessAction(path: string): BulkAction {
  return {
    label: "observation.assessment",
    icon: <FactCheckIcon />,
    keys: "a",
    dialog: (props) => <BulkAssessmentDialog {...props} path={path} />,
  };
}

/** The rows of lists that span products which the person may assess. */
export const ASSESSABLE = {
  selectable: ({ product_data }: ObservationListItem) => can(product_data, Permission.ObservationAssess),
  selectFilter: { permission: Permission.ObservationAssess },
};

/** Deletes several observations of a product. */
export function deleteAction(product: number): BulkAction {
  return {
    label: "ra.action.delete",
    icon: <DeleteIcon />,
    danger: true,
    dialog: (props) => <BulkDeleteDialog {...props} product={product} />,
  };
}

/** Marks the observations of the selected records as duplicates of this one. */
export function markDuplicatesAction(observation: Observation): BulkAction {
  return {
    label: "observation.mark_duplicates",
    icon: <ContentCopyIcon />,
    dialog: (props) => <MarkDuplicatesDialog {...props} observation={observation} />,
  };
}
