import { describe, expect, it } from "vitest";
import { assessmentRequest, takesJustification } from "./assessment";

describe("assessmentRequest", () => {
  it("sends only what is set", () => {
    expect(assessmentRequest({ severity: "", status: "", priority: null, vex_justification: "", comment: "seen" })).toEqual({
      vex_justification: "",
      comment: "seen",
    });
  });

  it("keeps a justification with a status that takes one", () => {
    expect(assessmentRequest({ status: "Not affected", vex_justification: "code_not_present", comment: "c" })).toEqual({
      status: "Not affected",
      vex_justification: "code_not_present",
      comment: "c",
    });
  });

  it("drops what belonged to a status chosen before", () => {
    expect(
      assessmentRequest({ status: "Open", vex_justification: "code_not_present", risk_acceptance_expiry_date: "2031-01-31", comment: "c" }),
    ).toEqual({ status: "Open", vex_justification: "", comment: "c" });
  });

  it("sends the expiry date of an accepted risk, and null for none", () => {
    expect(assessmentRequest({ status: "Risk accepted", risk_acceptance_expiry_date: "2031-01-31", comment: "c" })).toMatchObject({
      risk_acceptance_expiry_date: "2031-01-31",
    });
    expect(assessmentRequest({ status: "Risk accepted", risk_acceptance_expiry_date: "", comment: "c" })).toMatchObject({
      risk_acceptance_expiry_date: null,
    });
  });
});

describe("takesJustification", () => {
  it.each([
    ["Not affected", true],
    ["Not security", true],
    ["False positive", true],
    ["Open", false],
    ["", false],
  ])("%s: %s", (status, expected) => {
    expect(takesJustification(status)).toBe(expected);
  });
});
