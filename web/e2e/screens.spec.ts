import type { Page } from "@playwright/test";
import { Api } from "./api.ts";
import { expect, expectAccessibleInBothThemes, test, withSession } from "./fixtures.ts";
import { Server } from "./server.ts";
import { fillShop, screensOf } from "./shop.ts";

const MAX_CALLS = 4;
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** The application asks for these once, whichever screen is the first one. */
const ONCE = /\/api\/(?:status\/|users\/me\/|ui\/)/;

/** Opens a screen and waits until nothing more comes; returns the API calls that it made. */
async function open(page: Page, address: string): Promise<string[]> {
  const calls: string[] = [];
  const listen = (request: { url(): string }) => {
    const url = request.url();
    if (url.includes("/api/") && !ONCE.test(url)) calls.push(url.replace(/.*\/api/, ""));
  };
  page.on("request", listen);
  await page.goto(`/#${address}`);
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("main").locator("[aria-busy=true]")).toHaveCount(0);
  page.off("request", listen);
  return calls;
}

test.describe.configure({ mode: "parallel" });

const PARTS = 2;

for (let part = 0; part < PARTS; part++) {
  test(`every screen is accessible, asks little, and fits a phone, light and dark (${part + 1} of ${PARTS})`, async ({ browser }) => {
    test.setTimeout(15 * 60_000);
    const server = await Server.start();
    try {
      const api = await Api.as(server.url);
      const shop = await fillShop(api);
      const context = await browser.newContext({ baseURL: server.url, viewport: DESKTOP, reducedMotion: "reduce" });
      await withSession(context, api);
      const page = await context.newPage();
      await open(page, "/user_settings");
      const screens = Object.entries(screensOf(shop)).filter((_, index) => index % PARTS === part);
      for (const [name, address] of screens) await test.step(name, () => check(page, name, address));
      await context.close();
    } finally {
      await server.stop();
    }
  });
}

async function check(page: Page, name: string, address: string): Promise<void> {
  await page.setViewportSize(DESKTOP);
  const calls = await open(page, address);
  expect.soft(calls.length, `${name} asks too often:\n${calls.join("\n")}`).toBeLessThanOrEqual(MAX_CALLS);
  const tooWide = await page.locator("main .MuiTableContainer-root").evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.clientWidth).length);
  expect.soft(tooWide, `${name}: a table scrolls sideways`).toBe(0);
  await expectAccessibleInBothThemes(page);
  await page.setViewportSize(PHONE);
  await expect.soft(page.getByRole("main").getByRole("heading", { level: 1 }), name).toBeVisible();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.configure({ soft: true }).poll(width, `${name} scrolls sideways on a phone`).toBeLessThanOrEqual(PHONE.width);
  await expectAccessibleInBothThemes(page);
}
