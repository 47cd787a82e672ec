import { describe, expect, it } from "vitest";
import { contextOf, openedFrom, withinFilter } from "./context";

describe("contextOf", () => {
  it("reads the list of a product", () => {
    expect(contextOf("observations", "product-7")).toMatchObject({ stateKey: "observations.embedded.7", filter: { product: 7 } });
  });

  it("reads the fixed filter of a list without an id of its own", () => {
    const filter = { product: 7, origin_component_name_version: "log4j:2.0" };
    expect(contextOf("observations", withinFilter("component", filter))).toMatchObject({ stateKey: "observations.component", filter });
  });

  it("knows which records the rows of an authorization group open", () => {
    expect(contextOf("users", "group-3")).toMatchObject({ filter: { authorization_group: 3 }, rows: { resource: "authorization_group_members", opens: "user" } });
  });

  it.each([null, "", "nowhere", "product-x", "constructor", "product-7&x", "component~{", "component~7"])("does not know %s", (from) => {
    expect(contextOf("observations", from)).toBeNull();
  });
});

describe("openedFrom", () => {
  it("keeps a filter in one piece", () => {
    const address = openedFrom("/observations/1/show", withinFilter("component", { origin_component_purl: "pkg:npm/a@1?x=1&y=2" }));
    const from = new URLSearchParams(address.split("?")[1]).get("from");
    expect(contextOf("observations", from)?.filter).toEqual({ origin_component_purl: "pkg:npm/a@1?x=1&y=2" });
  });

  it("says nothing when the list is not known", () => {
    expect(openedFrom("/users/1/show", undefined)).toBe("/users/1/show");
  });
});
