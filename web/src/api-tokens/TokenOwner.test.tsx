// @vitest-environment jsdom
import { cleanup, render, screen as page } from "@testing-library/react";
import { MemoryRouter } from "react-router-dom";
import { afterEach, describe, expect, it } from "vitest";
import type { ApiToken } from "../api/types";
import { TokenOwner } from "./TokenOwner";

afterEach(cleanup);

function show(token: Partial<ApiToken>) {
  render(
    <MemoryRouter>
      <TokenOwner token={{ id: 1, user: 7, username: "anna", product: null, product_group: null, ...token }} />
    </MemoryRouter>,
  );
}

describe("the owner of a token", () => {
  it("is a link to the user", () => {
    show({});
    expect(page.getByRole("link", { name: "anna" }).getAttribute("href")).toBe("/users/7/show");
  });

  it.each([{ product: 3 }, { product_group: 4 }])("is a plain name where the user is a technical one: %o", (place) => {
    show({ username: "-product-3-ci-api_token-", ...place });
    expect(page.getByText("-product-3-ci-api_token-")).toBeDefined();
    expect(page.queryByRole("link")).toBeNull();
  });
});
