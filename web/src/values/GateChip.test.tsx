// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen as page } from "@testing-library/react";
import { I18nContextProvider } from "react-admin";
import { MemoryRouter } from "react-router-dom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { i18nProvider } from "../i18n/i18nProvider";
import { GateChip } from "./GateChip";

describe("the result of a security gate in a row", () => {
  const opened = vi.fn();
  beforeEach(() => {
    opened.mockReset();
    render(
      <MemoryRouter>
        <I18nContextProvider value={i18nProvider}>
          <button onClick={opened}>
            <GateChip passed={false} to="/products/7/show?filter={}" />
          </button>
        </I18nContextProvider>
      </MemoryRouter>,
    );
  });
  afterEach(cleanup);

  it("leads to the observations that it was decided by, not to what the row opens", () => {
    const link = page.getByRole("link", { name: "Failed" });
    expect(link.getAttribute("href")).toBe("/products/7/show?filter={}");
    fireEvent.click(link);
    expect(opened).not.toHaveBeenCalled();
  });
});
