import { expect, signIn, test } from "./fixtures.ts";
import { ADMIN } from "./server.ts";

test("a wrong password is told, the right one opens the start page", async ({ page }) => {
  await page.goto("/");
  await signIn(page, { ...ADMIN, password: "wrong" });
  await expect(page.getByText("Invalid credentials")).toBeVisible();
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeVisible();
});

test("a link is opened after the login", async ({ page, api }) => {
  const product = await api.product("Linked product");
  await page.goto(`/#/products/${product.id}/show/branches`);
  await signIn(page);
  await expect(page).toHaveURL(new RegExp(`#/products/${product.id}/show/branches$`));
  await expect(page.getByRole("heading", { name: "Linked product" })).toBeVisible();
});

test("logging out ends the session, also in other tabs", async ({ signedIn: page, context }) => {
  const other = await context.newPage();
  await other.goto("/#/products");
  await expect(other.getByRole("heading", { name: "Products" })).toBeVisible();

  await page.getByRole("button", { name: /^Menu of/ }).click();
  await page.getByRole("menuitem", { name: "Logout" }).click();
  await expect(page.getByLabel("Username")).toBeVisible();
  await expect(other.getByLabel("Username")).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("jwt"))).toBeNull();
});

test("a session that has ended leads to the login and back", async ({ signedIn: page }) => {
  await page.goto("/#/products");
  await expect(page.getByRole("heading", { name: "Products" })).toBeVisible();
  await page.evaluate(() => localStorage.setItem("jwt", "spoiled"));
  await page.getByRole("menuitem", { name: "Observations" }).click();
  await expect(page.getByLabel("Username")).toBeVisible();
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Observations" })).toBeVisible();
});

test("resetting the JWT secret ends the own session", async ({ signedIn: page }) => {
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Reset JWT secret" }).click();
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByLabel("Username")).toBeVisible();
});

test("the theme follows the choice and is kept", async ({ signedIn: page, api }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.goto("/#/user_settings");
  await page.getByRole("radio", { name: "dark" }).check();
  await expect.poll(background).not.toBe(light);
  await expect.poll(async () => (await api.send<{ setting_theme: string }>("GET", "/users/me/")).setting_theme).toBe("dark");
  await page.reload();
  await expect.poll(background).not.toBe(light);
  await page.getByRole("radio", { name: "light" }).check();
  await expect.poll(background).toBe(light);
});

test("the about dialog names the version", async ({ signedIn: page }) => {
  await page.getByRole("button", { name: /^Menu of/ }).click();
  await page.getByRole("menuitem", { name: "About" }).click();
  await expect(page.getByText(/^Version \S+/)).toBeVisible();
});
