// @vitest-environment jsdom
import { render, screen as page } from "@testing-library/react";
import { CoreAdminContext, memoryStore, type DataProvider, type GetListParams } from "react-admin";
import { MemoryRouter } from "react-router-dom";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { withinFilter } from "./context";
import { PrevNext } from "./PrevNext";
import { walkOf } from "./walk";
import { walkStore } from "./walkStore";

type Rows = Record<string, object[]>;

const asked = vi.fn();

function show(address: string, rows: Rows, steps: Parameters<typeof PrevNext>[0]) {
  const getList = (resource: string, params: GetListParams) => {
    asked(resource, params.filter);
    return Promise.resolve({ data: rows[resource] ?? [], total: rows[resource]?.length ?? 0 });
  };
  render(
    <MemoryRouter initialEntries={[address]}>
      <CoreAdminContext dataProvider={{ getList } as unknown as DataProvider} store={memoryStore()}>
        <PrevNext {...steps} />
      </CoreAdminContext>
    </MemoryRouter>,
  );
}

describe("PrevNext", () => {
  beforeEach(() => sessionStorage.clear());

  it("goes through the users of an authorization group, whose rows are memberships", async () => {
    const rows = { authorization_group_members: [{ id: 1, user: 8 }, { id: 2, user: 5 }, { id: 3, user: 6 }] };
    show("/users/5/show?from=group-3", rows, { resource: "users", light: "users", id: 5 });
    expect(await page.findByText("2 / 3")).toBeDefined();
    expect(asked).toHaveBeenCalledWith("authorization_group_members", { authorization_group: 3 });
    expect(page.getByRole("link", { name: /next/ }).getAttribute("href")).toBe("/users/6/show?from=group-3");
  });

  it("does not go on in the list of another component, which has the same state key", async () => {
    const [other, filter] = [{ origin_component_name_version: "a:1" }, { origin_component_name_version: "b:1" }];
    walkStore.set("observations.component", walkOf([4, 5], { page: 1, perPage: 25, total: 2, filter: other, sort: { field: "title", order: "ASC" } }));
    const from = withinFilter("component", filter);
    show(`/observations/5/show?from=${encodeURIComponent(from)}`, { observation_titles: [{ id: 5 }] }, { resource: "observations", light: "observation_titles", id: 5 });
    expect(await page.findByText("1 / 1")).toBeDefined();
    expect(asked).toHaveBeenCalledWith("observation_titles", filter);
  });

  it("takes ids that are texts", async () => {
    show("/components/a/show?from=list", { component_names: [{ id: "a" }, { id: "b c" }] }, { resource: "components", light: "component_names", id: "a" });
    expect(await page.findByText("1 / 2")).toBeDefined();
    expect(page.getByRole("link", { name: /next/ }).getAttribute("href")).toBe("/components/b%20c/show?from=list");
  });
});
