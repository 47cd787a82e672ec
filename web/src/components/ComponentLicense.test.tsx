// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen as page } from "@testing-library/react";
import { DataProviderContext, I18nContextProvider, type DataProvider } from "react-admin";
import { MemoryRouter } from "react-router-dom";
import { afterEach, describe, expect, it, vi } from "vitest";
import { i18nProvider } from "../i18n/i18nProvider";
import { ComponentLicense } from "./ComponentLicense";

const LICENSED = { id: 9, imported_declared_license_name: "MIT", imported_declared_spdx_license: 4, evaluation_result: "Allowed", evaluation_reason: null, manual_concluded_comment: "checked" };

function open(call: () => Promise<unknown>) {
  render(
    <MemoryRouter>
      <I18nContextProvider value={i18nProvider}>
        <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
          <DataProviderContext.Provider value={{ call } as unknown as DataProvider}>
            <ComponentLicense component="lib" />
          </DataProviderContext.Provider>
        </QueryClientProvider>
      </I18nContextProvider>
    </MemoryRouter>,
  );
}

describe("the license of a component", () => {
  afterEach(cleanup);

  it("is told by all its sources, with the way to more", async () => {
    open(() => Promise.resolve(LICENSED));
    expect((await page.findByRole("link", { name: "MIT" })).getAttribute("href")).toBe("/licenses/4/show");
    expect(page.getByText("checked")).toBeDefined();
    expect(page.getByRole("link", { name: "License component" }).getAttribute("href")).toBe("/license_components/9/show");
  });

  it("is asked for again after a failure, which is told", async () => {
    const call = vi.fn().mockRejectedValueOnce(new Error("The server is away")).mockResolvedValueOnce(LICENSED);
    open(call);
    expect(await page.findByText("The server is away")).toBeDefined();
    fireEvent.click(page.getByRole("button", { name: "Try again" }));
    expect(await page.findByRole("link", { name: "MIT" })).toBeDefined();
  });
});
