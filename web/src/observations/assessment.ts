import type { Severity, Status } from "../api/types";
import { JUSTIFIED_STATUSES } from "../values/choices";

/** What the assessment form holds; `""` and null mean "unchanged". */
export interface AssessmentValues {
  severity?: Severity | "";
  status?: Status | "";
  priority?: number | null;
  vex_justification?: string;
  risk_acceptance_expiry_date?: string | null;
  comment?: string;
}

/** Body of the assessment calls. */
export interface AssessmentRequest {
  severity?: Severity;
  status?: Status;
  priority?: number;
  vex_justification: string;
  risk_acceptance_expiry_date?: string | null;
  comment: string;
}

export function takesJustification(status: string | undefined): boolean {
  return JUSTIFIED_STATUSES.some((justified) => justified === status);
}

/**
 * What is sent for a filled form: only set values, a justification only with a status that takes one, and an expiry date
 * only with an accepted risk, so that no value of an input that has vanished is left in.
 */
export function assessmentRequest(values: AssessmentValues): AssessmentRequest {
  const { severity, status, priority, vex_justification, risk_acceptance_expiry_date, comment } = values;
  return {
    ...(severity && { severity }),
    ...(status && { status }),
    ...(priority !== null && priority !== undefined && { priority }),
    vex_justification: takesJustification(status) ? (vex_justification ?? "") : "",
    ...(status === "Risk accepted" && risk_acceptance_expiry_date !== undefined && { risk_acceptance_expiry_date: risk_acceptance_expiry_date === "" ? null : risk_acceptance_expiry_date }),
    comment: comment ?? "",
  };
}
