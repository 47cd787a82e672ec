import { expect, it } from "vitest";
import { bands } from "./stack";

it("puts each band on top of the one before", () => {
  const points = [
    { at: 0, values: [1, 2] },
    { at: 10, values: [0, 4] },
  ];
  expect(bands(points, 2)).toEqual({ top: 5, paths: ["M0,80 L100,100 L100,100 L0,100 Z", "M0,40 L100,20 L100,100 L0,80 Z"] });
});

it("draws a single day over the whole width", () => {
  expect(bands([{ at: 3, values: [10] }], 1).paths).toEqual(["M0,0 L100,0 L100,100 L0,100 Z"]);
});
