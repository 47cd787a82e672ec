import { describe, expect, it } from "vitest";
import { licenseCounts } from "./licenseCounts";

describe("licenseCounts", () => {
  it("counts by result, worst first", () => {
    expect(licenseCounts({ forbidden_licenses_count: 1, review_required_licenses_count: 2, unknown_licenses_count: 3, allowed_licenses_count: 4, ignored_licenses_count: 5 })).toEqual([
      { result: "Forbidden", count: 1 },
      { result: "Review required", count: 2 },
      { result: "Unknown", count: 3 },
      { result: "Allowed", count: 4 },
      { result: "Ignored", count: 5 },
    ]);
  });

  it("is empty when nothing is counted, or licenses are not managed", () => {
    expect(licenseCounts({ allowed_licenses_count: 0 })).toEqual([]);
    expect(licenseCounts({ allowed_licenses_count: null })).toEqual([]);
  });
});
