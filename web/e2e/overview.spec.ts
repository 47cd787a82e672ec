import { readFile } from "node:fs/promises";
import { report } from "./api.ts";
import { choose, dialog, expect, expectAccessibleInBothThemes, test } from "./fixtures.ts";

test("several assessments are approved at once by somebody else, and no longer counted", async ({ api, pageOf }) => {
  const product = await api.product("Approved in bulk", { assessments_need_approval: true });
  for (const title of ["Assessed A", "Assessed B"]) {
    const { id } = await api.observation(product.id, title);
    await api.send("PATCH", `/observations/${id}/assessment/`, { status: "Not affected", comment: "not reached" });
  }
  const second = await api.person("bulk-approver");
  await api.member(product.id, second.id, 5);
  const page = await pageOf(second);
  await page.goto("/#/reviews/observation_log_approvals");
  await expect(page.getByRole("tab", { name: /Assessment approvals/ })).toContainText("2");
  await page.getByRole("checkbox", { name: "Select all" }).first().check();
  await page.getByRole("button", { name: "Approve or reject" }).click();
  const form = dialog(page, "Decision about 2 assessments");
  await choose(form, "Decision", "Approved");
  await form.getByRole("textbox", { name: /remark/i }).fill("agreed");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("No assessment waits for approval.")).toBeVisible();
  const { count } = await api.send<{ count: number }>("GET", `/observations/?product=${product.id}&current_status=Not affected`);
  expect(count).toBe(2);
});

test("a list is exported as it is filtered", async ({ signedIn: page, api }) => {
  const product = await api.product("Exported");
  await api.observation(product.id, "Wanted in the file", { parser_severity: "Critical" });
  await api.observation(product.id, "Left out of the file", { parser_severity: "Low" });
  await page.goto(`/#/observations?filter=${JSON.stringify({ product: product.id, current_severity: ["Critical"] })}`);
  await expect(page.getByRole("link", { name: "Wanted in the file" })).toBeVisible();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "This list as CSV" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text).toContain("Wanted in the file");
  expect(text).not.toContain("Left out of the file");
});

test("a report that is dropped on a product is uploaded", async ({ signedIn: page, api }) => {
  const product = await api.product("Dropped upon");
  await page.goto(`/#/products/${product.id}/show`);
  await expect(page.getByRole("button", { name: "Import" })).toBeVisible();
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.sarif"));
    return data;
  }, await readFile(report("two-findings.sarif"), "utf8"));
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
  const form = dialog(page, "Upload observations from files");
  await form.getByRole("button", { name: "Upload", exact: true }).click();
  await form.getByRole("link", { name: "2 new observations" }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole("link", { name: /hardcoded/i })).toBeVisible();
});

test("a bar of the dashboard opens what it counts", async ({ signedIn: page, api }) => {
  const product = await api.product("Counted");
  await api.observation(product.id, "Counted finding", { parser_severity: "Unknown" });
  await page.goto("/#/");
  await page.getByRole("link", { name: /^Unknown: \d+$/ }).click();
  await expect(page).toHaveURL(/#\/observations\?/);
  await expect(page.getByRole("link", { name: "Counted finding" })).toBeVisible();
});

test("numbers that could not be loaded are told as such, and come when tried again", async ({ signedIn: page, api }) => {
  const product = await api.product("With metrics");
  let broken = true;
  const day = (active_high: number) => ({ active_critical: 1, active_high, active_medium: 3, active_low: 0, active_none: 0, active_unknown: 1 });
  const days = { "2031-01-01": day(2), "2031-01-02": day(5) };
  await page.route(/product_metrics_timeline/, (route) => route.fulfill(broken ? { status: 500, json: { message: "The disk is away" } } : { json: days }));
  await page.goto(`/#/products/${product.id}/show/metrics`);
  await expect(page.getByText("The disk is away")).toBeVisible();
  broken = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("The disk is away")).toHaveCount(0);
  await expect(page.getByText("10 active (+3 in 7 days)")).toBeVisible();
  await expect(page.getByRole("group", { name: /^Severities of active observations \(last/ })).toBeVisible();
  await expectAccessibleInBothThemes(page);
});
