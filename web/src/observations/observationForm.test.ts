import { describe, expect, it } from "vitest";
import { observationRequest, observationUpdate } from "./observationForm";

describe("observationRequest", () => {
  it("keeps an expiry date with an accepted risk only", () => {
    const date = { risk_acceptance_expiry_date: "2031-01-31" };
    expect(observationRequest({ ...date, parser_status: "Risk accepted" }).risk_acceptance_expiry_date).toBe("2031-01-31");
    expect(observationRequest({ ...date, parser_status: "Open" }).risk_acceptance_expiry_date).toBeNull();
  });
});

describe("observationUpdate", () => {
  it("lets the server join the origins anew", () => {
    const values = { title: "t", parser_status: "Open" as const, origin_component_name: "log4j", origin_component_name_version: "old:1" };
    expect(observationUpdate(values)).toMatchObject({ origin_component_name: "log4j", origin_component_name_version: "", origin_docker_image_name_tag: "" });
  });
});
