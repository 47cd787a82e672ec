// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { walkOf } from "./walk";
import { walkStore } from "./walkStore";

const walk = walkOf([11, 12, 13], { page: 2, perPage: 3, total: 8, filter: {}, sort: { field: "title", order: "ASC" } });

describe("walkStore", () => {
  it("keeps the walk of each list", () => {
    walkStore.set("list", walk);
    expect(walkStore.get("list")).toEqual(walk);
    expect(walkStore.get("list")).toBe(walkStore.get("list"));
    expect(walkStore.get("another")).toBeNull();
  });

  it("has none when it was spoiled", () => {
    sessionStorage.setItem("walk.list", "{");
    expect(walkStore.get("list")).toBeNull();
  });
});
