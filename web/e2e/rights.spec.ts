import { expect, test } from "./fixtures.ts";

test("a reader sees a product and no button that is not for readers", async ({ api, pageOf }) => {
  const product = await api.product("Read only");
  const { id } = await api.observation(product.id, "Looked at");
  await api.send("POST", "/branches/", { product: product.id, name: "main", is_default_branch: false });
  await api.send("POST", "/services/", { product: product.id, name: "web" });
  const reader = await api.person("reader");
  await api.member(product.id, reader.id, 1);
  const page = await pageOf(reader);

  await page.goto(`/#/products/${product.id}/show?filter={}`);
  await expect(page.getByRole("link", { name: "Looked at" })).toBeVisible();
  for (const button of ["Import", "Add observation"]) await expect(page.getByRole("button", { name: button })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);

  for (const [tab, shown, hidden] of [
    ["branches", "main", ["Add branch / version", "Edit", "Default", "Delete"]],
    ["services", "web", ["Add service", "Edit", "Delete"]],
    ["members", "reader", ["Add user member", "Add authorization group member", "Edit", "Remove"]],
    ["api_token", "There is no API token.", ["Create API token"]],
  ] as const) {
    await page.goto(`/#/products/${product.id}/show/${tab}`);
    await expect(page.getByText(shown).first()).toBeVisible();
    for (const name of hidden) await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
  }
  await page.goto(`/#/observations/${id}/show`);
  await expect(page.getByRole("heading", { name: "Looked at" })).toBeVisible();
  for (const name of ["Assessment", "Approval", "Remove assessment"]) await expect(page.getByRole("button", { name, exact: true })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Edit" })).toHaveCount(0);
});

test("an external user creates nothing and administers nothing", async ({ api, pageOf }) => {
  const external = await api.person("external", { is_external: true });
  const page = await pageOf(external);
  await page.goto("/#/products");
  await expect(page.getByText("There are no products yet.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Create product" })).toHaveCount(0);
  await page.goto("/#/product_groups");
  await expect(page.getByText("There are no product groups yet.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Create product group" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Settings" })).toHaveCount(0);
  await page.goto("/#/access_control/users");
  await expect(page.getByRole("link", { name: "external" })).toBeVisible();
  await expect(page.getByRole("tab", { name: "API tokens" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Add user" })).toHaveCount(0);
  await page.goto("/#/access_control/authorization_groups");
  await expect(page.getByRole("link", { name: "Add authorization group" })).toHaveCount(0);
});
