import type { ApiDataProvider } from "../api/dataProvider";
import type { ApiRequest } from "../api/request";
import type { Observation } from "../api/types";
import type { AssessmentRequest } from "./assessment";

/** The comment that the log keeps of an assessment that was taken back at once. */
const UNDO_COMMENT = "Assessment undone";

/** The call that brings back what an observation was before it was assessed; `pending` is the log entry that waits for approval, if the assessment did not count yet. */
export function undoRequest(before: Observation, pending: number | null): ApiRequest {
  if (pending !== null) return { method: "DELETE", path: "/observation_logs/bulk_delete/", body: { observation_logs: [pending] } };
  const { assessment_severity: severity, assessment_status: status, assessment_priority: priority } = before;
  if (!severity && !status && (priority === null || priority === undefined)) {
    return { method: "PATCH", path: `/observations/${before.id}/remove_assessment/`, body: { comment: UNDO_COMMENT } };
  }
  const body: AssessmentRequest = {
    ...(severity && { severity }),
    ...(status && { status }),
    ...(priority !== null && priority !== undefined && { priority }),
    ...(status === "Risk accepted" && { risk_acceptance_expiry_date: before.risk_acceptance_expiry_date ?? null }),
    vex_justification: before.assessment_vex_justification ?? "",
    comment: UNDO_COMMENT,
  };
  return { method: "PATCH", path: `/observations/${before.id}/assessment/`, body };
}

/** Takes back an assessment that was just saved. */
export async function undoAssessment(dataProvider: ApiDataProvider, before: Observation): Promise<void> {
  const { assessment_needs_approval } = await dataProvider.call<Observation>({ path: `/observations/${before.id}/` });
  await dataProvider.call(undoRequest(before, assessment_needs_approval ?? null));
}
