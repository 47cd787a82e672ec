import { expect, test } from "./fixtures.ts";

test("a failed gate is told, and viewing it takes it off the badge", async ({ signedIn: page, api }) => {
  const { id } = await api.product("Harbour");
  await api.observation(id, "A way in", { parser_severity: "Critical" });
  const { results: before } = await api.send<{ results: { id: number; name: string }[] }>("GET", `/notifications/?product=${id}&exclude_already_viewed=true`);
  expect(before[0]?.name).toBe("Security gate has changed to Failed");

  await page.goto(`/#/notifications?filter=${encodeURIComponent(JSON.stringify({ product: id, exclude_already_viewed: true }))}`);
  const rows = page.locator("main tbody tr");
  await expect(rows).toHaveCount(before.length);
  const entry = page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: "Notifications" });
  const waiting = async () => Number((await entry.locator(".MuiBadge-badge").textContent()) ?? "0");
  const first = await waiting();
  expect(first).toBeGreaterThan(0);
  await rows.first().getByRole("link", { name: "Security gate has changed to Failed" }).click();
  await expect(page.getByRole("heading", { name: "Security gate has changed to Failed" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Harbour" })).toBeVisible();
  await expect.poll(waiting).toBe(first - 1);
  await page.goBack();
  await expect(rows).toHaveCount(before.length - 1);
});
