import { report } from "./api.ts";
import { choose, confirm, dialog, expect, expectAccessible, test } from "./fixtures.ts";

test("reports are uploaded, each with its result", async ({ signedIn: page, api }) => {
  const product = await api.product("Uploaded");
  await page.goto(`/#/products/${product.id}/show`);
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByRole("menuitem", { name: "Upload observations from files" }).click();
  const form = dialog(page, "Upload observations from files");
  await form.locator('input[type="file"]').setInputFiles([report("no-report.json"), report("two-findings.sarif")]);
  await form.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(form.getByRole("link", { name: "2 new observations" })).toBeVisible();
  await expect(form.getByRole("row", { name: /no-report/ }).getByRole("link")).toHaveCount(0);

  await form.getByRole("button", { name: "OK" }).click();
  await expect(page.getByRole("link", { name: /hardcoded/i })).toBeVisible();
  await expect(page.getByRole("link", { name: "High: 1" })).toBeVisible();
});

test("filters stand in the address, survive reload and back, and are taken away", async ({ signedIn: page, api }) => {
  const product = await api.product("Filtered");
  await api.observation(product.id, "Needle", { parser_severity: "Low" });
  await api.observation(product.id, "Haystack");
  await page.goto(`/#/products/${product.id}/show`);
  await expect(page.getByRole("link", { name: "Haystack" })).toBeVisible();

  const search = page.getByRole("textbox", { name: "Title" });
  await search.fill("need");
  await expect(page.getByRole("link", { name: "Haystack" })).toHaveCount(0);
  await expect(page).toHaveURL(/filter=/);
  await page.reload();
  await expect(search).toHaveValue("need");

  await page.getByRole("link", { name: "Needle" }).click();
  await expect(page).toHaveURL(/#\/observations\/\d+\/show/);
  await page.goBack();
  await expect(search).toHaveValue("need");
  await expect(page.getByRole("link", { name: "Needle" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Haystack" })).toHaveCount(0);

  await page.getByRole("button", { name: "Clear search" }).click();
  await expect(page.getByRole("link", { name: "Haystack" })).toBeVisible();
  await page.getByRole("button", { name: "Severity", exact: true }).first().click();
  await page.getByRole("menuitemcheckbox", { name: "Low" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Haystack" })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove filter Severity" }).click();
  await expect(page.getByRole("link", { name: "Haystack" })).toBeVisible();
});

test("a filter that has no place in the bar is shown all the same", async ({ signedIn: page }) => {
  await page.goto('/#/observations?filter={"parser":1}');
  await page.getByRole("button", { name: "Remove filter Parser" }).click();
  await expect(page.getByRole("button", { name: "Remove filter Parser" })).toHaveCount(0);
});

test("a linked list asks for exactly what its address says", async ({ signedIn: page }) => {
  const asked = page.waitForRequest((request) => request.url().includes("/api/observations/") && request.url().includes("title="));
  await page.goto('/#/observations?filter={"current_status":["Open","Affected","In+review"],"title":"CVE-2031-4711"}');
  const parameters = new URL((await asked).url()).searchParams;
  expect(parameters.getAll("current_status")).toEqual(["Open", "Affected", "In review"]);
  expect(Object.fromEntries(parameters)).toMatchObject({ title: "CVE-2031-4711", page: "1", page_size: "25", ordering: "current_severity" });
});

test("lists in tabs take their filters from the address, too, and keep views", async ({ signedIn: page, api }) => {
  const product = await api.product("With tabs");
  await api.observation(product.id, "Tabbed one", { parser_status: "In review" });
  await api.observation(product.id, "Tabbed two", { parser_status: "In review" });
  const filtered = (address: string, filter: object) => page.goto(`/#${address}?filter=${encodeURIComponent(JSON.stringify(filter))}`);
  await filtered("/reviews/observation_reviews", { title: "Tabbed two" });
  await expect(page.getByRole("link", { name: "Tabbed two" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Tabbed one" })).toHaveCount(0);
  for (const name of ["Tabbed alpha", "Tabbed beta"]) await api.send("POST", "/license_groups/", { name });
  await filtered("/license/license_groups", { name: "beta" });
  await expect(page.getByRole("link", { name: "Tabbed beta" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Tabbed alpha" })).toHaveCount(0);
  await filtered("/access_control/users", { username: "nobody at all" });
  await expect(page.getByRole("textbox", { name: "Username" })).toHaveValue("nobody at all");
  for (const name of ["checkout", "search"]) await api.send("POST", "/services/", { product: product.id, name });
  await filtered(`/products/${product.id}/show/services`, { search: "check" });
  await expect(page.getByRole("link", { name: "checkout" })).toBeVisible();
  await expect(page.getByRole("link", { name: "search" })).toHaveCount(0);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("textbox", { name: "Name of the view" }).fill("Only checkout");
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByRole("link", { name: "search" })).toBeVisible();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("link", { name: "Only checkout" }).click();
  await expect(page.getByRole("link", { name: "search" })).toHaveCount(0);
});

test("a view is saved, come back to, and begun with", async ({ signedIn: page, api }) => {
  const product = await api.product("Viewed");
  await api.observation(product.id, "Severe", { parser_severity: "Critical" });
  await api.observation(product.id, "Harmless", { parser_severity: "Low" });
  await page.goto(`/#/products/${product.id}/show?filter={"current_severity":["Critical"]}`);
  await expect(page.getByRole("link", { name: "Severe" })).toBeVisible();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("textbox", { name: "Name of the view" }).fill("Worst");
  await page.getByRole("button", { name: "Save view" }).click();

  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByRole("link", { name: "Harmless" })).toBeVisible();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("button", { name: "Start with view Worst" }).click();
  await page.getByRole("link", { name: "Worst" }).click();
  await expect(page.getByRole("link", { name: "Harmless" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Remove filter Severity" })).toBeVisible();
});

test("columns are chosen and stay chosen", async ({ signedIn: page, api }) => {
  const product = await api.product("With columns");
  await api.observation(product.id, "Anything");
  await page.goto(`/#/products/${product.id}/show`);
  await expect(page.getByRole("columnheader", { name: "Scanner" })).toBeVisible();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Scanner" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "Scanner" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("link", { name: "Anything" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Scanner" })).toHaveCount(0);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("button", { name: "Reset columns" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: "Scanner" })).toBeVisible();
});

test("a column that has come stays while paging, and what is expanded stays so on a phone", async ({ signedIn: page, api }) => {
  const product = await api.product("With pages");
  await api.observations(product.id, Array.from({ length: 11 }, (_, index) => `Page ${String(index + 1).padStart(2, "0")}`));
  await api.observation(product.id, "Page 12", { origin_endpoint_url: "https://till.example.com/", description: "At the till" });
  const host = page.getByRole("columnheader", { name: "Host" });
  const filter = JSON.stringify({ product: product.id });
  await page.goto(`/#/observations?filter=${filter}&sort=title&order=ASC&page=1&perPage=10`);
  await expect(page.getByRole("link", { name: "Page 01" })).toBeVisible();
  await expect(host).toHaveCount(0);
  await page.getByRole("button", { name: "Go to page 2" }).click();
  await expect(host).toBeVisible();
  await page.getByRole("row", { name: "Page 12" }).getByRole("button", { name: "Expand" }).click();
  await expect(page.getByText("At the till")).toBeVisible();
  await page.getByRole("button", { name: "Go to page 1" }).click();
  await expect(page.getByRole("link", { name: "Page 01" })).toBeVisible();
  await expect(host).toBeVisible();

  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByRole("button", { name: "Go to next page" }).click();
  await expect(page.getByText("At the till")).toBeVisible();
  await page.getByRole("listitem").filter({ hasText: "Page 12" }).getByRole("button", { name: "Close" }).click();
  await expect(page.getByText("At the till")).toHaveCount(0);
});

test("an observation is assessed, and the assessment removed", async ({ signedIn: page, api }) => {
  const product = await api.product("Assessed");
  const { id } = await api.observation(product.id, "To be assessed");
  await page.goto(`/#/observations/${id}/show`);
  await page.getByRole("button", { name: "Assessment", exact: true }).click();
  const form = dialog(page, "Assessment");
  await choose(form, "Status", "Not affected");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Comment is required")).toBeVisible();
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

test("an assessment is taken back from the message about it, also while it waits for approval", async ({ signedIn: page, api }) => {
  for (const assessments_need_approval of [false, true]) {
    const product = await api.product(`Undone, approval ${assessments_need_approval}`, { assessments_need_approval });
    const { id } = await api.observation(product.id, "Decided too fast");
    await page.goto(`/#/observations/${id}/show`);
    await page.getByRole("button", { name: "Assessment", exact: true }).click();
    await choose(dialog(page, "Assessment"), "Status", "False positive");
    await dialog(page, "Assessment").getByRole("textbox", { name: "Comment" }).fill("Oops");
    await dialog(page, "Assessment").getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Oops")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("Assessment undone").first()).toBeVisible();
    const after = await api.send<{ current_status: string; assessment_needs_approval: number | null }>("GET", `/observations/${id}/`);
    expect(after).toMatchObject({ current_status: "Open", assessment_needs_approval: null });
  }
});

test("an assessment is approved by somebody else", async ({ signedIn: page, api, pageOf }) => {
  const product = await api.product("Four eyes", { assessments_need_approval: true });
  const { id } = await api.observation(product.id, "To be approved");
  const writer = await api.person("writer-of-four-eyes");
  await api.member(product.id, writer.id, 3);

  const writing = await pageOf(writer);
  await writing.goto(`/#/observations/${id}/show`);
  await writing.getByRole("button", { name: "Assessment", exact: true }).click();
  await choose(dialog(writing, "Assessment"), "Status", "False positive");
  await dialog(writing, "Assessment").getByRole("textbox", { name: "Comment" }).fill("Test code");
  await dialog(writing, "Assessment").getByRole("button", { name: "Save" }).click();
  await expect(writing.getByText("Needs approval")).toBeVisible();

  await page.goto(`/#/observations/${id}/show`);
  await page.getByRole("button", { name: "Approval" }).click();
  await choose(dialog(page, "Approval"), "Decision", "Approved");
  await dialog(page, "Approval").getByRole("textbox", { name: "Approval remark" }).fill("ok");
  await dialog(page, "Approval").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Status from assessment")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approval" })).toHaveCount(0);
});

test("all matching observations are assessed at once, in parts and with a report", async ({ signedIn: page, api }) => {
  const product = await api.product("Assessed in bulk");
  await api.observations(product.id, Array.from({ length: 300 }, (_, index) => `Finding ${String(index).padStart(3, "0")}`));
  await page.goto(`/#/products/${product.id}/show`);
  await page.getByRole("checkbox", { name: "Select all" }).check();
  await expect(page.getByText("25 selected")).toBeVisible();
  await page.getByRole("button", { name: "Select all 300" }).click();
  await expect(page.getByText("300 selected")).toBeVisible();

  const calls: number[] = [];
  page.on("request", (request) => {
    if (request.url().includes("observations_bulk_assessment")) calls.push((request.postDataJSON() as { observations: number[] }).observations.length);
  });
  await page.getByRole("button", { name: "Assessment", exact: true }).click();
  const form = dialog(page, "Assessment of 300 observations");
  await choose(form, "Severity", "Low");
  await form.getByRole("textbox", { name: "Comment" }).fill("All of them");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("300 observations updated")).toBeVisible();
  expect(calls).toEqual([250, 50]);
  await expect(page.getByRole("link", { name: "Low: 300" })).toBeVisible();
  await expect(page.getByText("300 selected")).toHaveCount(0);
});

test("observations are deleted in bulk", async ({ signedIn: page, api }) => {
  const product = await api.product("Deleted in bulk");
  for (const title of ["First", "Second", "Third"]) await api.observation(product.id, title);
  await page.goto(`/#/products/${product.id}/show`);
  await page.getByRole("row", { name: /First/ }).getByRole("checkbox").check();
  await page.getByRole("row", { name: /Third/ }).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Delete" }).click();
  await confirm(page, "Delete");
  await expect(page.getByRole("link", { name: "First" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Second" })).toBeVisible();
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
  await expect(form.getByText("Either Severity, CVSS3/4 score or CVSS3/4 vector has to be set")).toBeVisible();
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

test("the evidences of an observation are trees to go through one after the other", async ({ signedIn: page, api }) => {
  const product = await api.product("With evidences");
  await api.upload(product.id, "two-findings.sarif");
  await page.goto(`/#/products/${product.id}/show`);
  await page.getByRole("link", { name: "hardcoded-secret" }).click();
  await page.getByRole("region", { name: "Evidences" }).getByRole("link", { name: "Result" }).click();
  await expect(page.getByText('uri: "src/login.js"')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^locations/ }).click();
  await expect(page.getByText('uri: "src/login.js"')).toHaveCount(0);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: "Rule" })).toBeVisible();
  await expect(page.getByText("2 / 2")).toBeVisible();
});
