import { Api } from "./api.ts";
import { expect, signIn, test, withSession } from "./fixtures.ts";
import { ADMIN, Server } from "./server.ts";

test("a wrong password is told, the right one opens the start page", async ({ page }) => {
  await page.goto("/");
  await signIn(page, { ...ADMIN, password: "wrong" });
  await expect(page.getByText("Invalid credentials")).toBeVisible();
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeVisible();
  await expect(page).toHaveTitle("Dashboard – SecObserve");
});

test("a link is opened after the login", async ({ page, api }) => {
  const product = await api.product("Linked product");
  await page.goto(`/#/products/${product.id}/show/branches`);
  await signIn(page);
  await expect(page).toHaveURL(new RegExp(`#/products/${product.id}/show/branches$`));
  await expect(page.getByRole("heading", { name: "Linked product" })).toBeVisible();
});

test("logging out ends the session, also in other tabs", async ({ signedIn: page, context }) => {
  await page.goto("/#/");
  const other = await context.newPage();
  await other.goto("/#/products");
  await expect(other.getByRole("heading", { name: "Products", exact: true })).toBeVisible();

  await page.getByRole("button", { name: /^Menu of/ }).click();
  await page.getByRole("menuitem", { name: "Logout" }).click();
  await expect(page.getByLabel("Username")).toBeVisible();
  await expect(other.getByLabel("Username")).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("jwt"))).toBeNull();
});

test("a session that has ended leads to the login and back", async ({ signedIn: page }) => {
  await page.goto("/#/products");
  await expect(page.getByRole("heading", { name: "Products", exact: true })).toBeVisible();
  // At once, so that no call behind the screen ends the session before.
  await page.evaluate(() => {
    localStorage.setItem("jwt", "spoiled");
    location.hash = "#/observations";
  });
  await expect(page.getByLabel("Username")).toBeVisible();
  await expect(page.getByText("Your session has ended")).toBeVisible();
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Observations", exact: true })).toBeVisible();
});

test("resetting the JWT secret ends all sessions", async ({ page, context }) => {
  const own = await Server.start();
  try {
    await withSession(context, await Api.as(own.url));
    await page.goto(`${own.url}/#/settings/1/show`);
    await page.getByRole("button", { name: "Reset JWT secret" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Reset JWT secret" }).click();
    await expect(page.getByLabel("Username")).toBeVisible();
  } finally {
    await own.stop();
  }
});

test("while the server is down it says so, and goes on by itself when it is back", async ({ page, context }) => {
  const own = await Server.start();
  try {
    await withSession(context, await Api.as(own.url));
    await page.goto(`${own.url}/#/products`);
    await expect(page.getByText("There are no products yet.")).toBeVisible();
    await own.down();
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(page.getByText("The server cannot be reached. As soon as it is back")).toBeVisible();
    await own.up();
    await (await Api.as(own.url)).product("Made while nobody looked");
    await expect(page.getByRole("link", { name: "Made while nobody looked" })).toBeVisible();
    await expect(page.getByText("The server cannot be reached. As soon as it is back")).toHaveCount(0);
  } finally {
    await own.stop();
  }
});

test("the theme follows the choice and is kept", async ({ signedIn: page, api }) => {
  await page.goto("/#/user_settings");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(page.getByRole("radio", { name: "light" })).toBeVisible();
  const light = await background();
  await page.getByRole("radio", { name: "dark" }).check();
  await expect.poll(background).not.toBe(light);
  await expect.poll(async () => (await api.send<{ setting_theme: string }>("GET", "/users/me/")).setting_theme).toBe("dark");
  await page.reload();
  await expect.poll(background).not.toBe(light);
  await page.getByRole("radio", { name: "system" }).check();
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(background).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(background).not.toBe(light);
  await page.getByRole("radio", { name: "light" }).check();
  await expect.poll(background).toBe(light);
});

test("the theme of a person comes with the login", async ({ page, api, server }) => {
  const person = await api.person("likes-the-dark");
  await (await Api.as(server.url, person)).send("PATCH", "/users/my_settings/", { setting_theme: "dark" });
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(page.getByLabel("Username")).toBeVisible();
  await signIn(page, person);
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeVisible();
  await expect.poll(async () => Number((await background()).match(/\d+/)?.[0])).toBeLessThan(100);
});

test("the about dialog names the versions", async ({ signedIn: page }) => {
  await page.goto("/#/");
  await page.getByRole("button", { name: /^Menu of/ }).click();
  await page.getByRole("menuitem", { name: "About" }).click();
  const about = page.getByRole("dialog", { name: "About SecObserve" });
  await expect(about).toContainText(/Server version\s*[\w.-]+\s*Web UI version\s*[\w.-]+/);
});

test("an unknown address leads to the start page", async ({ signedIn: page }) => {
  await page.goto("/#/nowhere");
  await page.getByRole("link", { name: "To the start page" }).click();
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeVisible();
});

test("the question before an action is left with Escape", async ({ signedIn: page }) => {
  await page.goto("/#/settings/1/show");
  const button = page.getByRole("button", { name: "Reset JWT secret" });
  await button.click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(button).toBeFocused();
});
