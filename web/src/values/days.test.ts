import { describe, expect, it } from "vitest";
import { dateInDays, daysAgo } from "./days";

const now = new Date(2026, 10, 24, 9, 30);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe("daysAgo", () => {
  it.each([
    ["a minute ago", at(2026, 10, 24, 9, 29), 0],
    ["the start of today", at(2026, 10, 24, 0, 0), 0],
    ["the last minute of yesterday", at(2026, 10, 23, 23, 59), 1],
    ["a week ago", at(2026, 10, 17, 12, 0), 7],
    ["tomorrow", at(2026, 10, 25, 12, 0), 0],
  ])("counts %s", (_, timestamp, expected) => {
    expect(daysAgo(timestamp, now)).toBe(expected);
  });

  it("knows no age of what is no date", () => {
    expect(daysAgo("", now)).toBeNull();
  });
});

describe("dateInDays", () => {
  it.each([
    [0, "2026-11-24"],
    [1, "2026-11-25"],
    [30, "2026-12-24"],
    [38, "2027-01-01"],
  ])("%d days from now", (days, expected) => {
    expect(dateInDays(days, now)).toBe(expected);
  });
});
