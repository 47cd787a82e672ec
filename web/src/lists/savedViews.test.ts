import { describe, expect, it } from "vitest";
import { viewQuery, withDefault, withView, type SavedView } from "./savedViews";

const view = (name: string, more: Partial<SavedView> = {}): SavedView => ({ name, filter: {}, sort: "name", order: "ASC", ...more });

describe("withView", () => {
  it("keeps views in the order of their names and replaces one of the same name", () => {
    const views = withView(withView([], view("b")), view("a"));
    expect(views.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(withView(views, view("b", { sort: "title" }))).toEqual([view("a"), view("b", { sort: "title" })]);
  });
});

describe("withDefault", () => {
  it("has at most one default, and takes it back", () => {
    const first = withDefault([view("a"), view("b", { isDefault: true })], "a");
    expect(first.filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(["a"]);
    expect(withDefault(first, "a").some(({ isDefault }) => isDefault)).toBe(false);
  });
});

describe("viewQuery", () => {
  it("is what a list reads from its address", () => {
    const query = new URLSearchParams(viewQuery({ filter: { title: "a&b" }, sort: "title", order: "DESC" }));
    expect(JSON.parse(query.get("filter") ?? "")).toEqual({ title: "a&b" });
    expect(query.get("sort")).toBe("title");
    expect(query.get("order")).toBe("DESC");
  });
});
