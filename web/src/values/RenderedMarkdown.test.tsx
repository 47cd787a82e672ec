// @vitest-environment jsdom
import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import RenderedMarkdown from "./RenderedMarkdown";

function rendered(text: string): HTMLElement {
  return render(<RenderedMarkdown text={text} />).container;
}

describe("RenderedMarkdown", () => {
  it("renders Markdown", () => {
    expect(rendered("**bold** and `code`").querySelector("strong")?.textContent).toBe("bold");
  });

  it.each([
    ["a script", "<script>alert(1)</script>", "script"],
    ["an event handler", '<img src="x" onerror="alert(1)">', "img"],
    ["a frame", '<iframe src="https://example.com"></iframe>', "iframe"],
    ["a remote image", "![x](https://example.com/x.png)", "img"],
  ])("does not create %s", (_, text, selector) => {
    expect(rendered(text).querySelector(selector)).toBeNull();
  });

  it("does not link scripts", () => {
    expect(rendered("[x](javascript:alert(1))").querySelector("a")).toBeNull();
  });

  it("opens links without giving the page away", () => {
    const link = rendered("[x](https://example.com)").querySelector("a");
    expect(link?.getAttribute("rel")).toContain("noopener");
    expect(link?.getAttribute("target")).toBe("_blank");
  });
});
