import { describe, expect, it } from "vitest";
import { filledColumns, shownColumns, withFilled, type Column } from "./columns";

interface Row {
  id: number;
  title: string;
  epss_score: string | null;
  product_data: { product_group_name: string };
}

const columns: Column<Row>[] = [
  { source: "title" },
  { source: "epss_score", auto: true },
  { source: "product_data.product_group_name", auto: true },
];
const row: Row = { id: 1, title: "", epss_score: null, product_data: { product_group_name: "" } };
const sources = (rows: Row[], sortedBy: string) => shownColumns(columns, filledColumns(columns, rows), sortedBy).map(({ source }) => source);

describe("shownColumns", () => {
  it("drops automatic columns without a value", () => {
    expect(sources([row], "title")).toEqual(["title"]);
  });

  it("shows a column when one row has a value", () => {
    expect(sources([row, { ...row, epss_score: "0.100" }], "title")).toEqual(["title", "epss_score"]);
  });

  it("keeps the column by which the list is sorted", () => {
    expect(sources([row], "epss_score")).toEqual(["title", "epss_score"]);
  });

  it("takes false for a value of three-state fields only", () => {
    const gate = { source: "gate", auto: "three-state" as const };
    const flag = { source: "flag", auto: true };
    expect(filledColumns([gate, flag], [{ id: 1, gate: false, flag: false }])).toEqual(["gate"]);
  });

  it("takes 0 for a value, except of counts", () => {
    const score = { source: "score", auto: true };
    const reopened = { source: "reopened", auto: "count" as const };
    expect(filledColumns([score, reopened], [{ id: 1, score: 0, reopened: 0 }])).toEqual(["score"]);
    expect(filledColumns([reopened], [{ id: 1, reopened: 2 }])).toEqual(["reopened"]);
  });

  it("looks into nested records", () => {
    const grouped = { ...row, product_data: { product_group_name: "Shop" } };
    expect(sources([grouped], "title")).toEqual(["title", "product_data.product_group_name"]);
  });
});

describe("withFilled", () => {
  const seen = withFilled({ filter: "", sources: [] }, "open", ["epss_score"]);

  it("keeps a column on a page without a value", () => {
    expect(withFilled(seen, "open", [])).toBe(seen);
    expect(withFilled(seen, "open", ["priority"]).sources).toEqual(["epss_score", "priority"]);
  });

  it("begins anew with another filter", () => {
    expect(withFilled(seen, "resolved", ["priority"])).toEqual({ filter: "resolved", sources: ["priority"] });
  });
});
