import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { breakable } from "./breakable";

const markup = (text: string) => renderToStaticMarkup(<>{breakable(text)}</>);

describe("breakable", () => {
  it("lets long words go on in the next line after their separators", () => {
    expect(markup("internal/.../amber_cache.go")).toBe("internal/<wbr/>.../<wbr/>amber_<wbr/>cache.go");
  });

  it("keeps versions in one piece", () => {
    expect(markup("grand-console:1.5.3")).toBe("grand-console:<wbr/>1.5.3");
  });

  it("leaves short words as they are", () => {
    expect(markup("Use of a weak hash")).toBe("Use of a weak hash");
  });

  it.each(["///...///...///...", "pkg:npm/%40acme/ui@1.0.0?x=1 with words", "-a-very-long-option-name-"])("loses nothing of %s", (text) => {
    expect(markup(text).replaceAll("<wbr/>", "")).toBe(text);
  });
});
