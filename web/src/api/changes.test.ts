import { describe, expect, it } from "vitest";
import { changes } from "./changes";

describe("changes", () => {
  it("keeps changed entries only", () => {
    const before = { id: 1, name: "a", description: "x", list: ["Open"], nested: { permissions: [1] } };
    const after = { ...before, description: "", list: ["Open", "Affected"], nested: { permissions: [1] } };
    expect(changes(before, after)).toEqual({ description: "", list: ["Open", "Affected"] });
  });

  it("tells null, empty text and zero apart", () => {
    expect(changes({ a: null, b: "", c: 0 }, { a: "", b: null, c: null })).toEqual({ a: "", b: null, c: null });
  });

  it("keeps what has to be sent in any case", () => {
    expect(changes({ a: 1, b: 2 }, { a: 1, b: 2 }, ["b"])).toEqual({ b: 2 });
  });

  it("keeps everything without a former state", () => {
    expect(changes(undefined, { a: 1 })).toEqual({ a: 1 });
  });
});
