import { describe, expect, it } from "vitest";
import type { Edge } from "./dependencies";
import { beginning, edgesAmong, neighbourhoodOf, wayThrough, wayTo } from "./ways";

const edges = (text: string): Edge[] =>
  text.split(" ").map((pair) => {
    const [from = "", to = ""] = pair.split(">");
    return { from, to };
  });

describe("wayTo", () => {
  it("is a shortest way from a root", () => {
    const graph = neighbourhoodOf(edges("app>a a>b b>c app>x x>c"));
    expect(wayTo("c", graph)).toEqual(["app", "x", "c"]);
    expect(wayTo("app", graph)).toEqual(["app"]);
  });

  it("ends in a circle", () => {
    expect(wayTo("b", neighbourhoodOf(edges("a>b b>a")))).toEqual(["b"]);
  });

  it("finds its way through thousands", () => {
    const long = Array.from({ length: 3000 }, (_, index) => ({ from: `n${index}`, to: `n${index + 1}` }));
    expect(wayTo("n3000", neighbourhoodOf(long))).toHaveLength(3001);
  });
});

describe("wayThrough", () => {
  const graph = neighbourhoodOf(edges("app>a a>t app>b b>c c>t app>z"));

  it("leads over the one that was asked for", () => {
    expect(wayThrough("c", "t", graph)).toEqual(["app", "b", "c", "t"]);
  });

  it("leads as far as there is a way", () => {
    expect(wayThrough("z", "t", graph)).toEqual(["app", "z"]);
  });
});

describe("beginning", () => {
  const graph = neighbourhoodOf(edges("app>a a>t app>b"));

  it("is the way to the component", () => {
    expect(beginning("t", graph)).toEqual(["app", "a", "t"]);
  });

  it("is what the root depends on, when the component is not named", () => {
    expect(beginning("unknown", graph)).toEqual(["app", "a", "b"]);
    expect(beginning("unknown", neighbourhoodOf([]))).toEqual([]);
  });
});

describe("edgesAmong", () => {
  it("leaves out what leads to hidden ones", () => {
    expect(edgesAmong(edges("app>a a>t app>t"), new Set(["app", "t"]))).toEqual([{ from: "app", to: "t" }]);
  });
});
