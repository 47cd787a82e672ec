import { describe, expect, it } from "vitest";
import { rowAfter } from "./rowAfter";

describe("rowAfter", () => {
  it.each([
    [-1, 1, 0],
    [-1, -1, 4],
    [0, 1, 1],
    [4, 1, 4],
    [0, -1, 0],
    [3, -1, 2],
  ] as const)("leads from %i by %i to %i of five rows", (index, step, expected) => {
    expect(rowAfter(index, step, 5)).toBe(expected);
  });

  it("goes on where the row was that has left the list", () => {
    expect(rowAfter(-1, 1, 5, 2)).toBe(2);
    expect(rowAfter(-1, -1, 5, 2)).toBe(1);
    expect(rowAfter(-1, 1, 2, 4)).toBe(1);
  });

  it("leads nowhere without rows", () => {
    expect(rowAfter(-1, 1, 0)).toBe(-1);
  });
});
