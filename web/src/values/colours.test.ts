import { describe, expect, it } from "vitest";
import { contrast, GATE_COLOURS, SEVERITY_COLOURS, textOn } from "./colours";

describe("textOn", () => {
  it.each([...Object.values(SEVERITY_COLOURS), ...Object.values(GATE_COLOURS)])("is readable on %s (WCAG AA)", (colour) => {
    expect(contrast(colour, textOn(colour))).toBeGreaterThanOrEqual(4.5);
  });
});

describe("contrast", () => {
  it("is 21 between black and white, in either order", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
    expect(contrast("#ffffff", "#000000")).toBeCloseTo(21);
  });
});
