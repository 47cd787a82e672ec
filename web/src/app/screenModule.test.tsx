// @vitest-environment jsdom
import { render, screen as page } from "@testing-library/react";
import { ErrorBoundary } from "react-error-boundary";
import { describe, expect, it, vi } from "vitest";
import { screen, screenModule } from "./screenModule";

vi.mock("./ScreenSkeleton", () => ({ ScreenSkeleton: () => <p>please wait</p> }));

const Page = () => <p>the page</p>;

describe("a screen", () => {
  it("is shown at once when it was loaded before", async () => {
    const module = screenModule(() => Promise.resolve({ default: Page }));
    await module.load();
    const Screen = screen(module);
    render(<Screen />);
    expect(page.getByText("the page")).toBeDefined();
    expect(page.queryByText("please wait")).toBeNull();
  });

  it("is waited for when it is loaded on demand", async () => {
    const Screen = screen(screenModule(() => Promise.resolve({ default: Page })));
    render(<Screen />);
    expect(page.getByText("please wait")).toBeDefined();
    expect(await page.findByText("the page")).toBeDefined();
  });

  it("tells the boundary around it that it cannot be loaded", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const Screen = screen(screenModule(() => Promise.reject(new Error("offline"))));
    render(
      <ErrorBoundary fallback={<p>it failed</p>}>
        <Screen />
      </ErrorBoundary>,
    );
    expect(await page.findByText("it failed")).toBeDefined();
  });
});
