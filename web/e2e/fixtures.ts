import { test as base, expect, type Locator, type Page } from "@playwright/test";
import { Api } from "./api.ts";
import { ADMIN, Server } from "./server.ts";

interface Fixtures {
  api: Api;
  /** A page with a session of the administrator. */
  signedIn: Page;
}

export const test = base.extend<Fixtures & { noFailures: void }, { server: Server }>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  // A violated content security policy or an uncaught error fails each test.
  noFailures: [
    async ({ page }, use) => {
      const failures: string[] = [];
      page.on("pageerror", (error) => failures.push(error.message));
      page.on("console", (message) => {
        if (/Content.Security.Policy/i.test(message.text())) failures.push(message.text());
      });
      await use();
      expect(failures).toEqual([]);
    },
    { auto: true },
  ],

  api: async ({ server }, use) => use(await Api.as(server.url)),

  signedIn: async ({ page }, use) => {
    await page.goto("/#/login");
    await signIn(page);
    await expect(page.getByRole("heading", { name: "Dashboard" })).toBeVisible();
    await use(page);
  },
});

export { expect };

export async function signIn(page: Page, { username, password } = ADMIN): Promise<void> {
  await page.getByLabel("Username").fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole("button", { name: "Sign in with user" }).click();
}

/** The dialog with a title. */
export function dialog(page: Page, title: string) {
  return page.getByRole("dialog", { name: title });
}

/** Chooses an option of a select or an autocomplete input of a dialog. */
export async function choose(form: Locator, label: string, option: string): Promise<void> {
  // Labels of mandatory inputs end with a star.
  await form.getByRole("combobox", { name: new RegExp(`^${label}( \\*)?$`) }).click();
  await form.page().getByRole("option", { name: option, exact: true }).click();
}
