import { expect, it } from "vitest";
import { prettyEvidence } from "./prettyEvidence";

it("indents JSON", () => {
  expect(prettyEvidence('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
});

it("shows what is no JSON as it is", () => {
  expect(prettyEvidence("{broken")).toBe("{broken");
});
