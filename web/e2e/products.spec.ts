import { choose, confirm, dialog, expect, test } from "./fixtures.ts";

test("a product is created, edited and deleted", async ({ signedIn: page }) => {
  await page.goto("/#/products");
  await page.getByRole("link", { name: "Create product" }).first().click();
  await expect(page.getByRole("heading", { name: "Create product" })).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("Shop");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Shop" })).toBeVisible();

  await page.getByRole("link", { name: "Edit" }).click();
  await expect(page).toHaveTitle("Edit – Shop – Products – SecObserve");
  await page.getByRole("textbox", { name: "Name" }).fill("Web shop");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Web shop" })).toBeVisible();

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await confirm(page, "Delete");
  await expect(page).toHaveURL(/#\/products(\?|$)/);
  await expect(page.getByRole("link", { name: "Web shop" })).toHaveCount(0);
});

test("what cannot be deleted is told where it was asked", async ({ signedIn: page, api }) => {
  const product = await api.product("Still needed");
  await api.observation(product.id, "Something");
  await page.goto(`/#/products/${product.id}`);
  await page.getByRole("button", { name: "Delete" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Delete" }).click();
  await expect(question.getByText("Cannot delete Product because it still has Observations.")).toBeVisible();
});

test("the server's errors stand at their fields", async ({ signedIn: page, api }) => {
  await api.product("Taken");
  await page.goto("/#/products/create");
  const name = page.getByRole("textbox", { name: "Name" });
  const prefix = page.getByRole("textbox", { name: "Source code repository prefix" });
  const save = page.getByRole("button", { name: "Save" });
  await name.fill("Taken");
  await save.click();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("product with this name already exists.").first()).toBeVisible();

  await name.fill("Free");
  await prefix.fill("ftp://example.com");
  await save.click();
  await expect(prefix).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveAttribute("aria-invalid", "false");

  await prefix.fill("https://git.example.com/free");
  await save.click();
  await expect(page.getByRole("heading", { name: "Free" })).toBeVisible();
});

test("a product's API token is shown once and works", async ({ signedIn: page, api, server }) => {
  const product = await api.product("Pipeline product");
  await page.goto(`/#/products/${product.id}/show/api_token`);
  await page.getByRole("button", { name: "Create API token" }).first().click();
  const form = dialog(page, "Create API token");
  await form.getByRole("textbox", { name: "Name" }).fill("ci");
  await form.getByRole("button", { name: "Create" }).click();

  const created = dialog(page, "API token created");
  const snippet = await created.getByText("curl --fail").textContent();
  const token = /APIToken (api_token_\w+)/.exec(snippet ?? "")?.[1] ?? "";
  expect(token).not.toBe("");
  expect(snippet).toContain(`${server.url}/api/import/file_upload_observations_by_name/`);
  await created.getByRole("tab", { name: "GitHub Actions" }).click();
  await expect(created.getByText("secrets.SECOBSERVE_TOKEN")).toBeVisible();
  await created.getByRole("tab", { name: "GitLab CI" }).click();
  await expect(created.getByText("$CI_COMMIT_REF_NAME")).toBeVisible();
  const answer = await fetch(`${server.url}/api/products/`, { headers: { Authorization: `APIToken ${token}` } });
  expect(await answer.json()).toMatchObject({ results: [{ name: "Pipeline product" }] });

  await created.getByRole("button", { name: "OK", exact: true }).click();
  await expect(page.getByText(token)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Create API token" })).toBeDisabled();

  await page.getByRole("button", { name: "Revoke" }).click();
  await confirm(page, "Revoke");
  await expect(page.getByRole("button", { name: "Create API token" }).first()).toBeEnabled();
  expect((await fetch(`${server.url}/api/products/`, { headers: { Authorization: `APIToken ${token}` } })).status).toBe(401);
});

test("branches are added, made the default one and deleted", async ({ signedIn: page, api }) => {
  const product = await api.product("Branched");
  await page.goto(`/#/products/${product.id}/show/branches`);
  for (const name of ["main", "dev"]) {
    await page.getByRole("button", { name: "Add branch / version" }).click();
    await dialog(page, "Add branch / version").getByRole("textbox", { name: "Name" }).fill(name);
    await dialog(page, "Add branch / version").getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
  }
  await expect(page.getByText("Active observations (main)")).toBeVisible();

  await page.getByRole("row", { name: /dev/ }).getByRole("button", { name: "Default" }).click();
  await confirm(page, "Confirm");
  await expect(page.getByText("Active observations (dev)")).toBeVisible();

  await page.getByRole("row", { name: /main/ }).getByRole("button", { name: "Delete" }).click();
  await confirm(page, "Delete");
  await expect(page.getByRole("link", { name: "main", exact: true })).toHaveCount(0);
});

test("a user becomes a member with a role, and no longer is one", async ({ signedIn: page, api }) => {
  const product = await api.product("Shared");
  await api.send("POST", "/users/", { username: "anna", full_name: "Anna Example" });
  await page.goto(`/#/products/${product.id}/show/members`);
  await page.getByRole("button", { name: "Add user member" }).click();
  const form = dialog(page, "Add user member");
  await choose(form, "User", "Anna Example");
  await choose(form, "Role", "Writer");
  await form.getByRole("button", { name: "Save", exact: true }).click();
  const row = page.getByRole("row", { name: /Anna Example/ });
  await expect(row).toContainText("Writer");

  await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Remove" }).first().click();
  await confirm(page, "Remove");
  await expect(page.getByText("1 element deleted")).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("a dialog keeps what was typed when the server refuses it", async ({ signedIn: page, api }) => {
  const product = await api.product("Serviced");
  await api.send("POST", "/services/", { product: product.id, name: "api" });
  await page.goto(`/#/products/${product.id}/show/services`);
  await page.getByRole("button", { name: "Add service" }).click();
  const form = dialog(page, "Add service");
  await form.getByRole("textbox", { name: "Name" }).fill("api");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("The fields product, name must make a unique set.")).toBeVisible();
  await expect(form.getByRole("textbox", { name: "Name" })).toHaveValue("api");
  await form.getByRole("textbox", { name: "Name" }).fill("web");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "web", exact: true })).toBeVisible();
});
