// @vitest-environment jsdom
import { render, screen as page } from "@testing-library/react";
import { Suspense } from "react";
import { describe, expect, it } from "vitest";
import { screen, screenModule } from "./screen";

const Page = () => <p>the page</p>;
const show = (Content: ReturnType<typeof screen>) =>
  render(
    <Suspense fallback={<p>please wait</p>}>
      <Content />
    </Suspense>,
  );

describe("a screen", () => {
  it("is shown at once when it was loaded before", async () => {
    const module = screenModule(() => Promise.resolve({ default: Page }));
    await module.load();
    show(screen(module));
    expect(page.getByText("the page")).toBeDefined();
    expect(page.queryByText("please wait")).toBeNull();
  });

  it("is waited for when it is loaded on demand", async () => {
    show(screen(screenModule(() => Promise.resolve({ default: Page }))));
    expect(page.getByText("please wait")).toBeDefined();
    expect(await page.findByText("the page")).toBeDefined();
  });
});
