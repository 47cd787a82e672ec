import { describe, expect, it } from "vitest";
import type { Observation } from "../api/types";
import { observationMarkdown } from "./observationMarkdown";

const observation = {
  title: "Log4Shell in __init__",
  current_severity: "Critical",
  current_status: "Open",
  vulnerability_id: "CVE-2021-44228",
  product_data: { name: "Shop" },
  branch_name: "",
  origin_service_name: "",
  origin_component_name_version: "log4j:2.14.1",
  origin_source_file: "src/a_b.py",
  origin_source_line_start: 7,
  origin_source_file_url: "https://git.example.com/a_b(1).py#L7",
  description: "Any *text* may be code.",
  recommendation: "",
  references: [{ id: 1, url: "https://example.com/advice" }],
} as unknown as Observation;

describe("observationMarkdown", () => {
  const text = observationMarkdown(observation, "https://secobserve.example.com/#/observations/1/show", (key) => key);

  it("names the finding, linked, and says only what is known", () => {
    expect(text.split("\n")).toEqual([
      "## [Log4Shell in \\_\\_init\\_\\_](https://secobserve.example.com/#/observations/1/show)",
      "",
      "- **fields.current_severity:** Critical",
      "- **fields.current_status:** Open",
      "- **fields.vulnerability_id:** [CVE-2021-44228](https://nvd.nist.gov/vuln/detail/CVE-2021-44228)",
      "- **fields.product:** Shop",
      "- **fields.origin_component_name_version:** log4j:2.14.1",
      "- **fields.origin_source_file:** [src/a\\_b.py:7](https://git.example.com/a_b%281%29.py#L7)",
      "",
      "### fields.description",
      "",
      "Any *text* may be code.",
      "",
      "### observation.references",
      "",
      "- <https://example.com/advice>",
    ]);
  });
});
