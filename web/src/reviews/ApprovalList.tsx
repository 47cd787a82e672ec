import DeleteIcon from "@mui/icons-material/Delete";
import HowToRegIcon from "@mui/icons-material/HowToReg";
import { lazy } from "react";
import { can, Permission } from "../access/permissions";
import type { ObservationLogListItem, Product } from "../api/types";
import type { BulkAction } from "../bulk/bulkAction";
import { EmptyList } from "../lists/EmptyList";
import { RecordList } from "../lists/RecordList";
import { OLDEST, PENDING, stateKeys } from "../navigation/context";
import { useCurrentUser } from "../session/session";
import { approvalColumns } from "./approvalColumns";
import { approvalFilters } from "./approvalFilters";

const BulkApprovalDialog = lazy(() => import("./BulkApprovalDialog"));
const BulkWithdrawDialog = lazy(() => import("./BulkWithdrawDialog"));

const APPROVE: BulkAction = { label: "review.approve", icon: <HowToRegIcon />, keys: "a", dialog: (props) => <BulkApprovalDialog {...props} /> };
const WITHDRAW: BulkAction = { label: "ra.action.delete", icon: <DeleteIcon />, danger: true, dialog: (props) => <BulkWithdrawDialog {...props} /> };

/** The assessments that wait for the approval of a second person, oldest first, of all products or of one. */
export function ApprovalList({ product }: { product?: Product }) {
  const from = product === undefined ? "approvals" : `productapprovals-${product.id}`;
  const me = useCurrentUser();
  const mayApprove = product === undefined || can(product, Permission.AssessmentApprove);
  return (
    <RecordList<ObservationLogListItem>
      resource="observation_logs"
      stateKey={product === undefined ? stateKeys.approvals : stateKeys.approvalsOf(product.id)}
      tableKey={product === undefined ? stateKeys.approvals : "observation_logs.approvalproduct"}
      columns={approvalColumns(product === undefined)}
      sort={OLDEST}
      filter={{ ...PENDING, ...(product !== undefined && { product: product.id }) }}
      filters={approvalFilters(product === undefined)}
      empty={<EmptyList text="review.no_approvals" />}
      rowLink={({ id }) => `/observation_logs/${id}/show?from=${from}`}
      rowName={({ observation_data }) => observation_data.title}
      selectable={({ observation_data, user }) => can(observation_data.product_data, Permission.AssessmentApprove) || user === me?.id}
      bulkActions={mayApprove ? [APPROVE, WITHDRAW] : [WITHDRAW]}
      light="observation_logs"
      inAddress={product === undefined}
    />
  );
}
