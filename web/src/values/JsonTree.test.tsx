// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen as page } from "@testing-library/react";
import { I18nContextProvider } from "react-admin";
import { afterEach, describe, expect, it } from "vitest";
import { i18nProvider } from "../i18n/i18nProvider";
import { JsonTree } from "./JsonTree";

function open(value: object) {
  render(
    <I18nContextProvider value={i18nProvider}>
      <JsonTree value={value} />
    </I18nContextProvider>,
  );
}

const leaves = () => page.getAllByRole("listitem").map(({ textContent }) => textContent);

describe("a tree of JSON", () => {
  afterEach(cleanup);

  it("shows every kind of value as JSON tells them apart", () => {
    open({ text: "1", number: 1, yes: true, nothing: null, empty: {} });
    expect(leaves()).toEqual(['text: "1"', "number: 1", "yes: true", "nothing: null", "empty: {0}"]);
  });

  it("opens and closes its parts", () => {
    open({ outer: { inner: ["deep"] } });
    expect(page.getByText(/deep/)).toBeDefined();
    fireEvent.click(page.getByRole("button", { name: /^inner/ }));
    expect(page.queryByText(/deep/)).toBeNull();
    fireEvent.click(page.getByRole("button", { name: "Close all" }));
    expect(leaves()).toEqual(["outer: {1}"]);
    fireEvent.click(page.getByRole("button", { name: "Open all" }));
    expect(page.getByText(/deep/)).toBeDefined();
  });

  it("shows of a large one the first levels, and of a long list the beginning", () => {
    open({ list: Array.from({ length: 250 }, (_, index) => ({ index })) });
    expect(page.queryByText(/index: /)).toBeNull();
    expect(page.getAllByRole("listitem")).toHaveLength(1 + 100 + 1);
    fireEvent.click(page.getByRole("button", { name: "100 more of 250" }));
    fireEvent.click(page.getByRole("button", { name: "50 more of 250" }));
    expect(page.getAllByRole("listitem")).toHaveLength(1 + 250);
  });
});
