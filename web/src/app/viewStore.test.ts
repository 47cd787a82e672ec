// @vitest-environment jsdom
import { expect, test } from "vitest";
import { viewStore } from "./viewStore";

test("views outlive the session, what was selected does not", () => {
  viewStore.setItem("views.products.list", ["Mine"]);
  viewStore.setItem("products.list.listParams", { page: 2 });
  viewStore.setItem("products.list.selectedIds", [1, 2]);

  viewStore.reset();

  expect(viewStore.getItem("views.products.list")).toEqual(["Mine"]);
  expect(viewStore.getItem("products.list.listParams")).toEqual({ page: 2 });
  expect(viewStore.getItem("products.list.selectedIds", [])).toEqual([]);
});
