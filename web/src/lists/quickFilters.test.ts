import { describe, expect, it } from "vitest";
import type { Column } from "./columns";
import type { ListFilter } from "./filters";
import { quickFilters } from "./quickFilters";

interface Row {
  id: number;
  severity: string;
  branch: number | null;
  branch_name: string;
}

const columns: Column<Row>[] = [
  { source: "id" },
  { source: "severity", filterBy: { severity: (row) => row.severity } },
  { source: "branch_name", filterBy: { branch: (row) => row.branch, branch_name: (row) => row.branch_name } },
];
const severity: ListFilter = { kind: "choices", source: "severity", choices: [] };
const row: Row = { id: 1, severity: "High", branch: 7, branch_name: "main" };
const found = (filters: ListFilter[], record = row) => quickFilters(columns, filters, record).map(({ text, source, value }) => ({ text, source, value }));

describe("quickFilters", () => {
  it("takes the filter that the list has", () => {
    expect(found([{ kind: "text", source: "branch_name" }])).toEqual([{ text: "main", source: "branch_name", value: "main" }]);
    expect(found([{ kind: "reference", source: "branch", reference: "branch_names" }])).toEqual([{ text: "main", source: "branch", value: 7 }]);
    expect(found([])).toEqual([]);
  });

  it("makes one of several values a list", () => {
    expect(found([severity])).toEqual([{ text: "High", source: "severity", value: ["High"] }]);
  });

  it("has nothing to filter by where a cell is empty", () => {
    expect(found([{ kind: "reference", source: "branch", reference: "branch_names" }], { ...row, branch: null })).toEqual([]);
  });
});
