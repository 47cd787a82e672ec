import { describe, expect, it } from "vitest";
import { byName, structureOf } from "./evidence";

describe("an evidence", () => {
  it("has a structure when it is a JSON object or array", () => {
    expect(structureOf('{"a":[1]}')).toEqual({ a: [1] });
    expect(structureOf("[1]")).toEqual([1]);
  });

  it("has none when it is a text, also one that looks like JSON", () => {
    for (const text of ["{broken", '"a text"', "42", "null", ""]) expect(structureOf(text)).toBeNull();
  });

  it("stands in the order of the names, and of the ids where they are alike", () => {
    const ids = byName([
      { id: 3, name: "b" },
      { id: 2, name: "a" },
      { id: 1, name: "b" },
    ]).map(({ id }) => id);
    expect(ids).toEqual([2, 1, 3]);
  });
});
