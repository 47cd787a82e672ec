import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type BrowserContext, type Locator, type Page } from "@playwright/test";
import { Api, type Credentials } from "./api.ts";
import { ADMIN, Server } from "./server.ts";

interface Fixtures {
  api: Api;
  /** A page with a session of the administrator. */
  signedIn: Page;
  /** A page of somebody else, in a browser of its own. */
  pageOf: (credentials: Credentials) => Promise<Page>;
}

export const test = base.extend<Fixtures & { noFailures: void }, { server: Server; admin: Api }>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const server = await Server.start();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],

  admin: [async ({ server }, use) => use(await Api.as(server.url)), { scope: "worker" }],

  baseURL: async ({ server }, use) => use(server.url),

  // A violated content security policy or an uncaught error fails each test.
  noFailures: [
    async ({ context }, use) => {
      const failures: string[] = [];
      watch(context, failures);
      await use();
      expect(failures).toEqual([]);
    },
    { auto: true },
  ],

  api: async ({ admin }, use) => use(admin),

  signedIn: async ({ page, context, admin }, use) => {
    await withSession(context, admin);
    await use(page);
  },

  pageOf: async ({ browser, server }, use) => {
    const contexts: BrowserContext[] = [];
    const failures: string[] = [];
    await use(async (credentials) => {
      const context = await browser.newContext({ baseURL: server.url });
      contexts.push(context);
      watch(context, failures);
      await withSession(context, await Api.as(server.url, credentials));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    expect(failures).toEqual([]);
  },
});

export { expect };

function watch(context: BrowserContext, failures: string[]): void {
  context.on("weberror", (error) => failures.push(error.error().message));
  context.on("console", (message) => {
    if (/Content.Security.Policy/i.test(message.text())) failures.push(message.text());
  });
}

/** A session as the login begins it, once: what the application makes of it later is kept. The theme is the browser's (`emulateMedia`). */
export async function withSession(context: BrowserContext, { jwt, user }: Api): Promise<void> {
  await context.addInitScript(
    ([token, own]) => {
      if (location.protocol === "about:" || sessionStorage.getItem("e2e") !== null) return;
      sessionStorage.setItem("e2e", "begun");
      localStorage.setItem("jwt", token ?? "");
      localStorage.setItem("user", own ?? "");
      localStorage.setItem("theme", "system");
    },
    [jwt, JSON.stringify(user)],
  );
}

export async function signIn(page: Page, { username, password }: Credentials = ADMIN): Promise<void> {
  await page.getByLabel("Username").fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole("button", { name: "Sign in with user" }).click();
}

/** The dialog with a title. */
export function dialog(page: Page, title: string | RegExp) {
  return page.getByRole("dialog", { name: title });
}

/** Answers the question before something is done. */
export async function confirm(page: Page, button: string): Promise<void> {
  await page.getByRole("alertdialog").getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
}

/** Chooses an option of a select or an autocomplete input of a dialog. */
export async function choose(form: Locator, label: string, option: string): Promise<void> {
  // Labels of mandatory inputs end with a star.
  await form.getByRole("combobox", { name: new RegExp(`^${label}( \\*)?$`) }).click();
  await form.page().getByRole("option", { name: option, exact: true }).click();
}

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules whose outcome depends on the theme: checking the others twice would only take time. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** What is checked of a screen: by default everything. */
interface Scope {
  /** Ids of axe's rules. */
  only?: string[];
  /** A CSS selector. */
  within?: string;
}

/** Checks what is on the screen against WCAG 2.2 AA, as far as a program can. */
export async function expectAccessible(page: Page, { only, within }: Scope = {}): Promise<void> {
  // There are no frames: axe needs no second page to put together what it found in each. Passed rules are of no interest. Both save two thirds of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  if (within !== undefined) axe.include(within);
  const { violations } = await (only === undefined ? axe.withTags(LEVELS) : axe.withRules(only)).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html.slice(0, 200)}\n    ${failureSummary ?? ""}`).join("\n")}`);
  expect.soft(found.join("\n"), `${page.url()} at ${page.viewportSize()?.width ?? 0} px`).toBe("");
}

/** The same in both themes, without a reload. */
export async function expectAccessibleInBothThemes(page: Page, scope: Scope = {}): Promise<void> {
  await expectAccessible(page, scope);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(ground, { intervals: [20, 50, 100] }).not.toBe(light);
  await expectAccessible(page, { ...scope, only: COLOUR_RULES });
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(ground, { intervals: [20, 50, 100] }).toBe(light);
}
