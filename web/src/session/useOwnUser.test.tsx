// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook, waitFor } from "@testing-library/react";
import { DataProviderContext, type DataProvider } from "react-admin";
import { MemoryRouter } from "react-router-dom";
import { afterEach, expect, it } from "vitest";
import { themeChoice } from "../app/themeChoice";
import { useOwnUser } from "./useOwnUser";

afterEach(() => localStorage.clear());

it("makes the own user known, and its theme that of the application", async () => {
  localStorage.setItem("jwt", "token");
  const dataProvider = { call: () => Promise.resolve({ id: 1, full_name: "Mira", setting_theme: "dark" }) } as unknown as DataProvider;
  const client = new QueryClient();
  const { result } = renderHook(useOwnUser, {
    wrapper: ({ children }) => (
      <MemoryRouter>
        <QueryClientProvider client={client}>
          <DataProviderContext.Provider value={dataProvider}>{children}</DataProviderContext.Provider>
        </QueryClientProvider>
      </MemoryRouter>
    ),
  });
  await waitFor(() => expect(result.current.known).toBe(true));
  expect(themeChoice.get()).toBe("dark");
});
