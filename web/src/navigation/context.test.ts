import { describe, expect, it } from "vitest";
import { contextOf } from "./context";

describe("contextOf", () => {
  it("reads the list of a product", () => {
    expect(contextOf("observations", "product-7")).toMatchObject({ stateKey: "observations.embedded.7", filter: { product: 7 } });
  });

  it.each([null, "", "nowhere", "product-x", "constructor", "product-7&x"])("does not know %s", (from) => {
    expect(contextOf("observations", from)).toBeNull();
  });
});
