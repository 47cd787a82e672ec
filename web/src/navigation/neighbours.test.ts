import { describe, expect, it } from "vitest";
import { contextOf } from "./context";
import { positionOf } from "./neighbours";

describe("positionOf", () => {
  const page = { ids: [11, 12, 13], page: 2, perPage: 3, total: 8 };

  it.each([
    ["in the middle of the page", 12, { number: 5, total: 8, previous: { id: 11, page: 2 }, next: { id: 13, page: 2 } }],
    ["at the start: the page before has the previous one", 11, { number: 4, total: 8, previous: { id: undefined, page: 1 }, next: { id: 12, page: 2 } }],
    ["at the end: the page after has the next one", 13, { number: 6, total: 8, previous: { id: 12, page: 2 }, next: { id: undefined, page: 3 } }],
  ])("%s", (_, id, expected) => {
    expect(positionOf(id, page)).toEqual(expected);
  });

  it("has no neighbours beyond the ends", () => {
    const whole = { ids: [1, 2], page: 1, perPage: 25, total: 2 };
    expect(positionOf(1, whole)?.previous).toBeNull();
    expect(positionOf(2, whole)?.next).toBeNull();
  });

  it("knows nothing of a record that is not on the page", () => {
    expect(positionOf(99, page)).toBeNull();
  });
});

describe("contextOf", () => {
  it("reads the list of a product", () => {
    expect(contextOf("observations", "product-7")).toMatchObject({ stateKey: "observations.embedded.7", filter: { product: 7 } });
  });

  it.each([null, "", "nowhere", "product-x", "constructor", "product-7&x"])("does not know %s", (from) => {
    expect(contextOf("observations", from)).toBeNull();
  });
});
