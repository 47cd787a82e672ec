import { describe, expect, it } from "vitest";
import type { Observation } from "../api/types";
import { undoRequest } from "./undoAssessment";

const observation = (more: Partial<Observation> = {}) => ({ id: 7, assessment_severity: "", assessment_status: "", assessment_priority: null, ...more }) as Observation;

describe("undoRequest", () => {
  it("removes the first assessment of an observation", () => {
    expect(undoRequest(observation(), null)).toEqual({ method: "PATCH", path: "/observations/7/remove_assessment/", body: { comment: "Assessment undone" } });
  });

  it("brings back the assessment before", () => {
    const before = observation({ assessment_status: "Not affected", assessment_priority: 3, assessment_vex_justification: "component_not_present" });
    expect(undoRequest(before, null)).toEqual({
      method: "PATCH",
      path: "/observations/7/assessment/",
      body: { status: "Not affected", priority: 3, vex_justification: "component_not_present", comment: "Assessment undone" },
    });
  });

  it("brings back the date of an accepted risk, also that there was none", () => {
    expect(undoRequest(observation({ assessment_status: "Risk accepted", risk_acceptance_expiry_date: "2031-01-31" }), null).body).toMatchObject({ risk_acceptance_expiry_date: "2031-01-31" });
    expect(undoRequest(observation({ assessment_status: "Risk accepted", risk_acceptance_expiry_date: null }), null).body).toMatchObject({ risk_acceptance_expiry_date: null });
  });

  it("withdraws what waits for approval", () => {
    expect(undoRequest(observation(), 77)).toEqual({ method: "DELETE", path: "/observation_logs/bulk_delete/", body: { observation_logs: [77] } });
  });
});
