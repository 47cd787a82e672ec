import { describe, expect, it } from "vitest";
import { extended, pagesBeyond, positionAmong, positionIn, walkOf, walksThrough } from "./walk";

const list = { filter: { product: 7, current_status: ["Open"] }, sort: { field: "title", order: "ASC" as const } };
const second = walkOf([11, 12, 13], { page: 2, perPage: 3, total: 8, ...list });

describe("positionIn", () => {
  it("counts through all pages", () => {
    expect(positionIn(second, 12)).toEqual({ number: 5, total: 8, previous: 11, next: 13, edge: null });
  });

  it("tells at which side more has to be fetched", () => {
    expect(positionIn(second, 13)).toEqual({ number: 6, total: 8, previous: 12, edge: "next" });
    expect(positionIn(second, 11)).toEqual({ number: 4, total: 8, next: 12, edge: "previous" });
  });

  it("has nothing beyond the ends of the list", () => {
    const all = walkOf([1, 2], { page: 1, perPage: 25, total: 2, ...list });
    expect(positionIn(all, 1)).toEqual({ number: 1, total: 2, next: 2, edge: null });
    expect(positionIn(all, 2)).toEqual({ number: 2, total: 2, previous: 1, edge: null });
  });

  it("is null for a record of another list", () => {
    expect(positionIn(second, 99)).toBeNull();
  });
});

describe("positionAmong", () => {
  it("needs no list", () => {
    expect(positionAmong([4, 9, 2], 9)).toEqual({ number: 2, total: 3, previous: 4, next: 2, edge: null });
    expect(positionAmong([4], 9)).toBeNull();
  });
});

describe("walksThrough", () => {
  it("compares the fixed filter, whatever else the person filters by", () => {
    expect(walksThrough(second, { product: 7 })).toBe(true);
    expect(walksThrough(second, { product: 8 })).toBe(false);
    expect(walksThrough(second, { product: 7, branch: 1 })).toBe(false);
  });
});

describe("going on", () => {
  it("looks at the page of the last known record first: others may have moved up", () => {
    expect(pagesBeyond(second, "next")).toEqual([2, 3]);
    expect(pagesBeyond(second, "previous")).toEqual([1]);
  });

  it("adds only what is new", () => {
    // 11 was dealt with and has left the list; 14 has moved up.
    const more = extended(second, "next", [12, 13, 14]);
    expect(positionIn(more, 13)?.next).toBe(14);
    expect(extended(second, "next", [11, 12, 13])).toBe(second);
  });

  it("goes backwards, too", () => {
    const more = extended(second, "previous", [8, 9, 10]);
    expect(more.start).toBe(0);
    expect(positionIn(more, 11)).toMatchObject({ number: 4, previous: 10 });
  });
});
