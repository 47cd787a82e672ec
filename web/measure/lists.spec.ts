import type { BrowserContext } from "@playwright/test";
import { test, withSession } from "../e2e/fixtures.ts";

const PRODUCTS = 20;
const OBSERVATIONS_EACH = 5000;
const REPEATS = 5;

const LISTS = { observations: "/#/observations", products: "/#/products" };

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

/** Milliseconds from the beginning of the navigation until the first row has the focus. */
async function opened(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  const begin = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  const first = page.locator("main tbody tr a").first();
  await first.waitFor();
  await first.focus();
  const took = performance.now() - begin;
  await page.close();
  return took;
}

test("lists over 100,000 observations", async ({ browser, server, api }) => {
  for (let number = 0; number < PRODUCTS; number++) {
    const product = await api.product(`Product ${number}`);
    await api.observations(product.id, Array.from({ length: OBSERVATIONS_EACH }, (_, index) => `Finding ${number}-${index}`));
  }
  for (const [name, address] of Object.entries(LISTS)) {
    const [first, again]: [number[], number[]] = [[], []];
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      const context = await browser.newContext({ baseURL: server.url });
      await withSession(context, api);
      first.push(await opened(context, address));
      again.push(await opened(context, address));
      await context.close();
    }
    process.stdout.write(`${name}: interactive after ${Math.round(median(first))} ms, with the application in the browser's cache after ${Math.round(median(again))} ms\n`);
  }
});
