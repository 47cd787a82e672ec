import type { Locator, Page } from "@playwright/test";
import { Api } from "./api.ts";
import { expect, expectAccessibleInBothThemes, test, withSession } from "./fixtures.ts";
import { Server } from "./server.ts";
import { fillShop, type Shop } from "./shop.ts";

/** Something that opens above a screen. */
interface Layer {
  name: string;
  at: (shop: Shop) => string;
  /** Opens it with the keyboard alone; returns what has to have the focus when it is closed again. */
  open: (page: Page) => Promise<Locator>;
  title: string | RegExp;
  role?: "dialog" | "alertdialog" | "menu";
}

/** A button of the screen that opens the layer. */
const button = (name: string | RegExp) => async (page: Page) => {
  const opener = page.getByRole("main").getByRole("button", { name }).first();
  await opener.press("Enter");
  return opener;
};

/** An entry of a menu: the focus goes back to what opened the menu. */
const entry = (menu: string | RegExp, name: string) => async (page: Page) => {
  const opener = page.getByRole("button", { name: menu });
  await opener.press("Enter");
  await page.getByRole("menuitem", { name }).press("Enter");
  return opener;
};

const bulk = (name: string) => async (page: Page) => {
  await page.getByRole("main").getByRole("checkbox").nth(1).check();
  return button(name)(page);
};

const product = (tab: string) => (shop: Shop) => `/products/${shop.product}/show${tab}`;
const observation = (shop: Shop) => `/observations/${shop.observation}/show`;
const policy = (shop: Shop) => `/license_policies/${shop.licensePolicy}/show`;

const LAYERS: readonly Layer[] = [
  { name: "search over everything", at: () => "/", open: (page) => pressed(page, page.getByRole("link", { name: "Products", exact: true }), "Control+k"), title: "Search everything" },
  { name: "help of the keyboard", at: () => "/products", open: (page) => pressed(page, page.getByRole("button", { name: "Columns" }), "?"), title: "Keyboard shortcuts" },
  { name: "picture of dependencies", at: (shop) => `/components/${encodeURIComponent(shop.component ?? "")}/show`, open: button("Whole screen"), title: /^Dependencies/ },
  { name: "about", at: () => "/", open: entry(/^Menu of/, "About"), title: "About SecObserve" },
  { name: "saved views", at: () => "/observations", open: button("Views"), title: "Views" },
  { name: "filter of a list", at: () => "/observations", open: button(/^Severity/), title: "Severity", role: "menu" },
  { name: "filter by text", at: () => "/observations", open: button("Scanner"), title: "Scanner" },
  { name: "columns", at: () => "/observations", open: button("Columns"), title: "Columns" },
  { name: "assessment", at: observation, open: button("Assessment"), title: "Assessment" },
  { name: "approval", at: observation, open: button("Approval"), title: "Approval" },
  { name: "bulk assessment", at: product(""), open: bulk("Assessment"), title: "Assessment of 1 observation" },
  { name: "bulk delete", at: product(""), open: bulk("Delete"), title: "Delete observations", role: "alertdialog" },
  { name: "new observation", at: product(""), open: button("Add observation"), title: "Add observation" },
  { name: "upload", at: product(""), open: entry("Import", "Upload observations from files"), title: "Upload observations from files" },
  { name: "new branch", at: product("/branches"), open: button("Add branch / version"), title: "Add branch / version" },
  { name: "branch", at: product("/branches"), open: button("Edit"), title: "Edit branch / version" },
  { name: "compare branches", at: product("/branches"), open: button("Compare"), title: /^Compare/ },
  { name: "service", at: product("/services"), open: button("Edit"), title: "Edit service" },
  { name: "delete service", at: product("/services"), open: button("Delete"), title: "Delete service", role: "alertdialog" },
  { name: "new member", at: product("/members"), open: button("Add user member"), title: "Add user member" },
  { name: "member", at: product("/members"), open: button("Edit"), title: "Edit user member" },
  { name: "new token of a product", at: product("/api_token"), open: button("Create API token"), title: "Create API token" },
  { name: "new product of a group", at: (shop) => `/product_groups/${shop.group}/show`, open: button("Add product"), title: "Add product" },
  { name: "concluded license", at: (shop) => `/license_components/${shop.licenseComponent}/show`, open: button("Edit concluded license"), title: /^Concluded license of/ },
  { name: "copy of a policy", at: policy, open: button("Copy"), title: /^Copy license policy/ },
  { name: "item of a policy", at: policy, open: button("Add item"), title: "Add item" },
  { name: "trial of an item", at: policy, open: button("Try an item"), title: /^What would another item/ },
  { name: "import of a policy", at: () => "/license/license_policies", open: button("Import license policy"), title: "Import license policy" },
  { name: "license of a group", at: (shop) => `/license_groups/${shop.licenseGroup}/show`, open: button("Add license"), title: "Add license" },
  { name: "user of an authorization group", at: (shop) => `/authorization_groups/${shop.authorizationGroup}/show`, open: button("Add user"), title: "Add user" },
  { name: "password", at: (shop) => `/users/${shop.user}/show`, open: button("Change password"), title: "Change password" },
  { name: "delete user", at: (shop) => `/users/${shop.user}`, open: button("Delete"), title: "Delete User", role: "alertdialog" },
  { name: "JWT secret", at: () => "/settings/1/show", open: button("Reset JWT secret"), title: "Reset JWT secret", role: "alertdialog" },
];

/** Presses a command while something else has the focus. */
async function pressed(page: Page, focused: Locator, keys: string): Promise<Locator> {
  await focused.focus();
  await page.keyboard.press(keys);
  return focused;
}

test("every dialog is accessible, takes the focus and gives it back", async ({ browser }) => {
  test.setTimeout(10 * 60_000);
  const server = await Server.start();
  try {
    const api = await Api.as(server.url);
    const shop = await fillShop(api);
    const context = await browser.newContext({ baseURL: server.url, reducedMotion: "reduce" });
    await withSession(context, api);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    for (const layer of LAYERS) await test.step(layer.name, () => check(page, layer, layer.at(shop)));
    await context.close();
  } finally {
    await server.stop();
  }
});

const FOCUSABLE = ":is(a, button, input, textarea, [role=combobox], [role^=menuitem])";

async function check(page: Page, { name, open, title, role = "dialog" }: Layer, address: string): Promise<void> {
  await page.goto(`/#${address}`);
  const opener = await open(page);
  const layer = page.getByRole(role, { name: title });
  await expect(layer).toBeVisible();
  await expect(layer.locator(`${FOCUSABLE}:focus`), `${name} has not taken the focus`).toHaveCount(1);
  await expectAccessibleInBothThemes(page, { within: `[role=${role}]` });
  await page.keyboard.press("Escape");
  await expect(layer).toHaveCount(0);
  await expect(opener, `${name} has not given the focus back`).toBeFocused();
}

test("the login page is accessible", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("theme", "system"));
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/#/login");
  await expect(page.getByLabel("Username")).toBeFocused();
  await expectAccessibleInBothThemes(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessibleInBothThemes(page);
});

test("the menu of a phone takes the focus and gives it back", async ({ signedIn: page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/#/products");
  const opener = page.getByRole("button", { name: "Open menu" });
  await opener.press("Enter");
  await expect(page.getByRole("link", { name: "Observations" })).toBeVisible();
  await expectAccessibleInBothThemes(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Observations" })).toBeHidden();
  await expect(opener).toBeFocused();
});

test("the focus stays near what went away with the dialog's work", async ({ signedIn: page, api }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { id } = await api.product("Focused");
  for (const name of ["one", "two"]) await api.send("POST", "/services/", { product: id, name });
  await page.goto(`/#/products/${id}/show/services`);
  await page.getByRole("button", { name: "Delete" }).first().press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).press("Enter");
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.locator("main section:focus")).toContainText("two");

  await page.goto(`/#/products/${id}/show/api_token`);
  await page.getByRole("button", { name: "Create API token" }).first().press("Enter");
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("ci");
  await page.keyboard.press("Enter");
  const created = page.getByRole("dialog", { name: "API token created" });
  await expect(created.getByRole("button", { name: "OK", exact: true })).toBeFocused();
  await expectAccessibleInBothThemes(page, { within: "[role=dialog]" });
  await page.keyboard.press("Escape");
  await expect(created).toBeVisible();
  await created.getByRole("button", { name: "OK", exact: true }).press("Enter");
  await expect(created).toHaveCount(0);
  await expect(page.locator("main :focus, main:focus")).toContainText("Revoke the existing one");
});

test("a text in Markdown is formatted with the toolbar and with the keyboard", async ({ signedIn: page }) => {
  await page.goto("/#/products/create");
  const text = page.getByRole("textbox", { name: "Description" });
  await text.fill("first");
  await text.press("ControlOrMeta+a");
  await text.press("ControlOrMeta+b");
  await expect(text).toHaveValue("**first**");
  const toolbar = page.getByRole("toolbar", { name: "Formatting" });
  await toolbar.getByRole("button", { name: "Bold" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(toolbar.getByRole("button", { name: "Italic" })).toBeFocused();
  await toolbar.getByRole("button", { name: "List", exact: true }).click();
  await expect(text).toHaveValue("- **first**");
  await expect(text).toBeFocused();
  await text.press("ControlOrMeta+z");
  await expect(text).toHaveValue("**first**");
  await page.getByRole("tab", { name: "Preview" }).click();
  await expect(page.locator("strong", { hasText: "first" })).toBeVisible();
});
