// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen as page } from "@testing-library/react";
import { I18nContextProvider } from "react-admin";
import { MemoryRouter } from "react-router-dom";
import { afterEach, describe, expect, it } from "vitest";
import { i18nProvider } from "../i18n/i18nProvider";
import { RoutedTabs, type RoutedTab } from "./RoutedTabs";

const tab = (path: string, label: string): RoutedTab => ({ path, label, icon: <i />, content: () => <p>{`content of ${path}`}</p> });
const TABS = [tab("", "menu.observations"), tab("settings", "menu.settings"), tab("members", "member.members")];

function open(path: string, foldAt?: string) {
  render(
    <I18nContextProvider value={i18nProvider}>
      <MemoryRouter initialEntries={[path]}>
        <RoutedTabs base="/products/7/show" label="product.parts" tabs={TABS} {...(foldAt !== undefined && { foldAt })} />
      </MemoryRouter>
    </I18nContextProvider>,
  );
}

const labels = () => page.getAllByRole("tab").map(({ textContent }) => textContent);

describe("tabs with an address each", () => {
  afterEach(cleanup);

  it("are all shown where none of them leads others", () => {
    open("/products/7/show");
    expect(labels()).toEqual(["Observations", "Settings", "Members"]);
  });

  it("are collapsed behind the tab that leads them until it is chosen", () => {
    open("/products/7/show", "settings");
    expect(labels()).toEqual(["Observations", "Settings >>>"]);
    fireEvent.click(page.getByRole("tab", { name: "Settings >>>" }));
    expect(labels()).toEqual(["Observations", "Settings", "Members"]);
    expect(page.getByText("content of settings")).toBeDefined();
  });

  it("are shown at the address of one of them, and hidden by choosing one before", () => {
    open("/products/7/show/members", "settings");
    expect(labels()).toEqual(["Observations", "Settings", "Members"]);
    expect(page.getByText("content of members")).toBeDefined();
    fireEvent.click(page.getByRole("tab", { name: "Observations" }));
    expect(labels()).toEqual(["Observations", "Settings >>>"]);
  });
});
