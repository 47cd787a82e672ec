import { describe, expect, it } from "vitest";
import { listQuery, queryString } from "./listQuery";

describe("queryString", () => {
  it("repeats the parameter of a list", () => {
    expect(queryString({ current_status: ["Open", "In review"] })).toBe("?current_status=Open&current_status=In+review");
  });

  it("leaves empty values out, but keeps false and 0", () => {
    expect(queryString({ title: "", branch: null, product: undefined, current_severity: [], fix_available: false, port: 0 })).toBe(
      "?fix_available=false&port=0",
    );
  });

  it("escapes what would end the parameter", () => {
    expect(queryString({ title: "a&b=c#d+e" })).toBe("?title=a%26b%3Dc%23d%2Be");
  });

  it("is empty without parameters", () => {
    expect(queryString({})).toBe("");
  });
});

describe("listQuery", () => {
  it("names page, size and order as the API does", () => {
    const query = listQuery({
      filter: { product: 5 },
      sort: { field: "current_severity", order: "ASC" },
      pagination: { page: 2, perPage: 50 },
    });
    expect(queryString(query)).toBe("?product=5&page=2&page_size=50&ordering=current_severity");
  });

  it("marks the descending order", () => {
    expect(listQuery({ sort: { field: "created", order: "DESC" } }).ordering).toBe("-created");
  });
});
