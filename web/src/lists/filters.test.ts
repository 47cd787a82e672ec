import { describe, expect, it } from "vitest";
import { changed, isSet, summary, without } from "./filters";

describe("changed", () => {
  it("sets a value beside the others", () => {
    expect(changed({ title: "a" }, "current_status", ["Open"])).toEqual({ title: "a", current_status: ["Open"] });
  });

  it.each([undefined, null, "", [[]]])("takes the filter away for %o", (value) => {
    expect(changed({ title: "a", age: "Today" }, "age", Array.isArray(value) ? [] : value)).toEqual({ title: "a" });
  });

  it("keeps false and 0, which are values", () => {
    expect(isSet(false)).toBe(true);
    expect(isSet(0)).toBe(true);
  });
});

describe("without", () => {
  it("leaves the others as they are", () => {
    expect(without({ a: 1, b: 2 }, "a")).toEqual({ b: 2 });
  });
});

describe("summary", () => {
  it("names up to three values and counts the others", () => {
    expect(summary(["a", "b", "c"])).toBe("a, b, c");
    expect(summary(["a", "b", "c", "d", "e"])).toBe("a, b, c +2");
  });
});
