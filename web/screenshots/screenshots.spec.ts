import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Api } from "../e2e/api.ts";
import { expect, test, withSession } from "../e2e/fixtures.ts";
import { Server } from "../e2e/server.ts";

const OBSERVATIONS = 2000;
const DESKTOP = { width: 1440, height: 700 };
const PHONE = { width: 390, height: 760 };

interface Picture {
  file: string;
  address: string;
  dark?: boolean;
  phone?: boolean;
}

async function take(page: Page, { file, address, dark = false, phone = false }: Picture): Promise<void> {
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
  await page.setViewportSize(phone ? PHONE : DESKTOP);
  await page.goto(`/#${address}`);
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("main").locator("[aria-busy=true], .MuiSkeleton-root")).toHaveCount(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(import.meta.dirname, "..", "docs", `${file}.png`) });
}

test("the pictures of the documentation", async ({ browser }) => {
  const server = await Server.withSampleData(OBSERVATIONS);
  try {
    const api = await Api.as(server.url);
    const first = async (path: string) => (await api.send<{ results: { id: number }[] }>("GET", path)).results[0]?.id ?? 0;
    const product = await first("/products/?ordering=-last_observation_change&page_size=1");
    const observation = await first(`/observations/?product=${product}&current_severity=Critical&current_status=Open&page_size=1&ordering=-epss_score`);
    await api.send("PATCH", "/users/my_settings/", { setting_metrics_timespan: "Month" });
    const context = await browser.newContext({ baseURL: server.url });
    await withSession(context, api);
    const page = await context.newPage();
    const filter = JSON.stringify({ current_severity: ["Critical", "High"], current_status: ["Open", "Affected", "In review"], fix_available: true });
    const pictures: Picture[] = [
      { file: "dashboard", address: "/" },
      { file: "product", address: `/products/${product}/show` },
      { file: "observations", address: `/observations?filter=${encodeURIComponent(filter)}`, dark: true },
      { file: "observation", address: `/observations/${observation}/show` },
      { file: "licenses", address: `/products/${product}/show/licenses` },
      { file: "phone", address: `/products/${product}/show`, phone: true },
    ];
    for (const picture of pictures) await test.step(picture.file, () => take(page, picture));
    await context.close();
  } finally {
    await server.stop();
  }
});
