import { describe, expect, it } from "vitest";
import type { LicensePolicyItem } from "../api/types";
import { itemRequest, itemsWith, subjectOf } from "./itemRequest";

const item = (values: Partial<LicensePolicyItem>) =>
  ({ id: 1, license_group: null, license: null, license_expression: "", non_spdx_license: "", license_spdx_id: "", license_group_name: "", evaluation_result: "Allowed", comment: "", ...values }) as LicensePolicyItem;

describe("itemRequest", () => {
  it("sends what is not set as empty", () => {
    expect(itemRequest({ license: 3, evaluation_result: "Forbidden" })).toEqual({
      license_group: null,
      license: 3,
      license_expression: "",
      non_spdx_license: "",
      evaluation_result: "Forbidden",
      comment: "",
    });
  });
});

describe("subjectOf", () => {
  it("names what the item is about", () => {
    expect(subjectOf(item({ license_group: 1, license_group_name: "Permissive" }))).toBe("Permissive");
    expect(subjectOf(item({ license: 1, license_spdx_id: "MIT" }))).toBe("MIT");
    expect(subjectOf(item({ license_expression: "MIT OR ISC" }))).toBe("MIT OR ISC");
    expect(subjectOf(item({ non_spdx_license: "Acme EULA" }))).toBe("Acme EULA");
  });
});

describe("itemsWith", () => {
  const items = [item({ id: 1, license: 1 }), item({ id: 2, license: 2 })];

  it("replaces, adds and takes away", () => {
    const changed = itemsWith(items, 2, { license: 2, evaluation_result: "Forbidden" });
    expect(changed.map((entry) => (entry as LicensePolicyItem).evaluation_result)).toEqual(["Allowed", "Forbidden"]);
    expect(itemsWith(items, undefined, { non_spdx_license: "x", evaluation_result: "Ignored" })).toHaveLength(3);
    expect(itemsWith(items, 1, null)).toEqual([itemRequest(items[1] as LicensePolicyItem)]);
  });
});
