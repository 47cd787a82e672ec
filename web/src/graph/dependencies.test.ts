import { describe, expect, it } from "vitest";
import { layoutOf, parseDependencies } from "./dependencies";

describe("parseDependencies", () => {
  it("reads one edge of each line and leaves out what is none", () => {
    expect(parseDependencies("a:1 --> b:2\n\nnonsense\n b:2 --> c --> d ")).toEqual([
      { from: "a:1", to: "b:2" },
      { from: "b:2", to: "c --> d" },
    ]);
  });

  it("refuses more than 20,000 lines", () => {
    const lines = (count: number) => Array.from({ length: count }, (_, index) => `a --> b${index}`).join("\n");
    expect(parseDependencies(lines(20_000))).toHaveLength(20_000);
    expect(parseDependencies(lines(20_001))).toBeNull();
  });
});

describe("layoutOf", () => {
  const edges = parseDependencies("app --> a\napp --> b\na --> b") ?? [];

  it("puts everything right of all that depends on it", () => {
    const { nodes } = layoutOf(edges);
    expect(nodes.toSorted((x, y) => x.x - y.x).map(({ name }) => name)).toEqual(["app", "a", "b"]);
    expect(new Set(nodes.map(({ x }) => x)).size).toBe(3);
  });

  it("ends also when things depend on each other", () => {
    const { nodes, edges: drawn } = layoutOf(parseDependencies("a --> b\nb --> a\nb --> c\nc --> c") ?? []);
    expect(nodes.map(({ name }) => name).sort()).toEqual(["a", "b", "c"]);
    expect(drawn).toHaveLength(3);
  });

  it("places nothing twice on the same spot", () => {
    const { nodes } = layoutOf(parseDependencies("r --> a\nr --> b\nr --> c\na --> d\nc --> d") ?? []);
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
  });
});
