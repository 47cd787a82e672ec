import { join } from "node:path";
import { choose, dialog, expect, test } from "./fixtures.ts";

const report = (name: string) => join(import.meta.dirname, "reports", name);

test("reports are uploaded, each with its result", async ({ signedIn: page, api }) => {
  const product = await api.product("Uploaded");
  await page.goto(`/#/products/${product.id}/show`);
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByRole("menuitem", { name: "Upload observations from files" }).click();
  const form = dialog(page, "Upload observations from files");
  await form.locator('input[type="file"]').setInputFiles([report("no-report.json"), report("two-findings.sarif")]);
  await form.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(form.getByRole("row", { name: /two-findings/ })).toContainText("2 new observations");
  await expect(form.getByRole("row", { name: /no-report/ })).not.toContainText("new observation");

  await form.getByRole("button", { name: "OK" }).click();
  await expect(page.getByRole("link", { name: /hardcoded/i })).toBeVisible();
  await expect(page.getByRole("link", { name: "High: 1" })).toBeVisible();
});

test("filters stand in the address and survive reload and back", async ({ signedIn: page, api }) => {
  const product = await api.product("Filtered");
  await api.observation(product.id, "Needle", { parser_severity: "Low" });
  await api.observation(product.id, "Haystack");
  await page.goto(`/#/products/${product.id}/show`);
  await expect(page.getByRole("link", { name: "Haystack" })).toBeVisible();

  await page.getByRole("textbox", { name: "Title" }).fill("need");
  await expect(page.getByRole("link", { name: "Haystack" })).toHaveCount(0);
  await expect(page).toHaveURL(/filter=/);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("need");

  await page.getByRole("link", { name: "Needle" }).click();
  await expect(page).toHaveURL(/#\/observations\/\d+\/show/);
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("need");
  await expect(page.getByRole("link", { name: "Needle" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Haystack" })).toHaveCount(0);
});

test("a linked list asks for exactly what its address says", async ({ signedIn: page }) => {
  const asked = page.waitForRequest((request) => request.url().includes("/api/observations/") && request.url().includes("title="));
  await page.goto('/#/observations?filter={"current_status":["Open","Affected","In+review"],"title":"CVE-2031-4711"}');
  const parameters = new URL((await asked).url()).searchParams;
  expect(parameters.getAll("current_status")).toEqual(["Open", "Affected", "In review"]);
  expect(Object.fromEntries(parameters)).toMatchObject({ title: "CVE-2031-4711", page: "1", page_size: "25", ordering: "current_severity" });
});

test("an observation is assessed, and the assessment removed", async ({ signedIn: page, api }) => {
  const product = await api.product("Assessed");
  const { id } = await api.observation(product.id, "To be assessed");
  await page.goto(`/#/observations/${id}/show`);
  await page.getByRole("button", { name: "Assessment", exact: true }).click();
  const form = dialog(page, "Assessment");
  await choose(form, "Status", "Not affected");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Required")).toBeVisible();
  await form.getByRole("textbox", { name: "Comment" }).fill("Not **reachable**");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByText("Status from assessment")).toBeVisible();
  await expect(page.getByText("Not **reachable**")).toBeVisible();

  await page.getByRole("button", { name: "Remove assessment" }).click();
  await dialog(page, "Remove assessment").getByRole("textbox", { name: "Comment" }).fill("Mistaken");
  await dialog(page, "Remove assessment").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Status from assessment")).toHaveCount(0);
});

test("several observations are assessed at once", async ({ signedIn: page, api }) => {
  const product = await api.product("Assessed in bulk");
  for (const title of ["First", "Second"]) await api.observation(product.id, title);
  await page.goto(`/#/products/${product.id}/show`);
  await page.getByRole("checkbox", { name: "Select all" }).check();
  await page.getByRole("button", { name: "Assessment", exact: true }).click();
  const form = dialog(page, "Assessment");
  await choose(form, "Severity", "Low");
  await form.getByRole("textbox", { name: "Comment" }).fill("Both");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("2 observations updated")).toBeVisible();
  await expect(page.getByRole("link", { name: "Low: 2" })).toBeVisible();
});

test("an observation is added and edited by hand", async ({ signedIn: page, api }) => {
  const product = await api.product("By hand");
  await page.goto(`/#/products/${product.id}/show`);
  await page.getByRole("button", { name: "Add observation" }).click();
  const form = dialog(page, "Add observation");
  await form.getByRole("textbox", { name: "Title" }).fill("Found by a person");
  await form.getByRole("textbox", { name: "Component name" }).fill("log4j");
  await form.getByRole("textbox", { name: "Component version" }).fill("2.14");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Either Severity, CVSS3/4 score or CVSS3/4 vector has to be set")).toBeVisible();
  await choose(form, "Severity", "High");
  await form.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Found by a person" }).click();
  await expect(page.getByRole("heading", { name: "Found by a person" })).toBeVisible();

  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Component version" }).fill("2.17");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("2.17")).toBeVisible();
  await expect(page.getByText("log4j", { exact: true })).toBeVisible();
});

test("previous and next go through the list that one came from", async ({ signedIn: page, api }) => {
  const product = await api.product("Browsed");
  for (const title of ["A", "B", "C"]) await api.observation(product.id, `Observation ${title}`);
  await page.goto(`/#/products/${product.id}/show`);
  await page.getByRole("link", { name: "Observation B" }).click();
  await expect(page.getByText("2 / 3")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText("3 / 3")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Observation C" })).toBeVisible();
});
