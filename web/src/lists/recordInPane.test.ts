import { describe, expect, it } from "vitest";
import { recordInPane } from "./recordInPane";

const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];

describe("recordInPane", () => {
  it("is the first record until a row had the focus", () => {
    expect(recordInPane(rows, { id: null, index: 0 })).toEqual({ id: 1 });
  });

  it("is the record of the row, wherever that stands now", () => {
    expect(recordInPane(rows, { id: "3", index: 0 })).toEqual({ id: 3 });
  });

  it("is the next one when the row has left the list, the last one at the end", () => {
    expect(recordInPane(rows, { id: "9", index: 1 })).toEqual({ id: 2 });
    expect(recordInPane(rows, { id: "9", index: 3 })).toEqual({ id: 3 });
  });

  it("is nothing in an empty list", () => {
    expect(recordInPane([], { id: "1", index: 0 })).toBeUndefined();
  });
});
