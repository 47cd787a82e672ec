import type { Page } from "@playwright/test";
import { choose, confirm, dialog, expect, test } from "./fixtures.ts";

/** The names of the options that a select of a form offers. */
async function optionsOf(page: Page, label: string): Promise<string[]> {
  await page.getByRole("dialog").getByRole("combobox", { name: label }).click();
  const names = await page.getByRole("option").allTextContents();
  await page.keyboard.press("Escape");
  return names.filter((name) => name.trim() !== "");
}

/** The queries of the lists of observations that a screen asks for. */
function observationQueries(page: Page): URLSearchParams[] {
  const asked: URLSearchParams[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === "/api/observations/") asked.push(searchParams);
  });
  return asked;
}

test("example 5: VEX that is switched on is there without a reload", async ({ signedIn: page, api }) => {
  await api.send("PATCH", "/settings/1/", { feature_vex: false });
  const product = await api.product("Without VEX");
  const { id } = await api.observation(product.id, "To be justified");
  const openAssessment = async () => {
    await page.getByRole("button", { name: "Assessment", exact: true }).click();
    await choose(dialog(page, "Assessment"), "Status", "Not affected");
  };
  const justification = dialog(page, "Assessment").getByRole("combobox", { name: "VEX justification" });

  await page.goto(`/#/observations/${id}/show`);
  await openAssessment();
  await expect(dialog(page, "Assessment").getByRole("textbox", { name: "Comment" })).toBeVisible();
  await expect(justification).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));

  await page.evaluate(() => (location.hash = "#/settings/1"));
  await page.getByRole("switch", { name: "VEX", exact: true }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/#\/settings\/1\/show$/);
  await page.evaluate((observation) => (location.hash = `#/observations/${observation}/show`), id);
  await openAssessment();
  await expect(justification).toBeVisible();
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
  await api.send("PATCH", "/settings/1/", { feature_vex: false });
});

test("example 8: a product's observations begin with the default branch, and each product keeps its own filters", async ({ signedIn: page, api }) => {
  const first = await api.product("First of two");
  const second = await api.product("Second of two");
  const { id: branch } = await api.send<{ id: number }>("POST", "/branches/", { product: first.id, name: "main", is_default_branch: true });
  const { id: other } = await api.send<{ id: number }>("POST", "/branches/", { product: second.id, name: "trunk", is_default_branch: true });
  await api.observation(first.id, "On main", { branch });
  await api.observation(first.id, "Elsewhere");
  await api.observation(second.id, "On trunk", { branch: other });
  const asked = observationQueries(page);
  const go = (product: number) => page.evaluate((id) => (location.hash = `#/products/${id}/show`), product);

  await page.goto(`/#/products/${first.id}/show`);
  await expect(page.getByRole("link", { name: "On main" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Elsewhere" })).toHaveCount(0);
  expect(asked.at(-1)?.getAll("current_status").sort()).toEqual(["Affected", "In review", "Open"]);
  expect(asked.at(-1)?.get("branch")).toBe(String(branch));

  await page.getByRole("button", { name: "Remove filter Branch / Version" }).click();
  await expect(page.getByRole("link", { name: "Elsewhere" })).toBeVisible();
  await go(second.id);
  await expect(page.getByRole("link", { name: "On trunk" })).toBeVisible();
  expect(asked.at(-1)?.get("branch")).toBe(String(other));
  await go(first.id);
  await expect(page.getByRole("link", { name: "Elsewhere" })).toBeVisible();
  await expect(page.getByRole("link", { name: "On main" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove filter Branch / Version" })).toHaveCount(0);
});

test("example 9: severities have their colour, and the column of EPSS is there when it has values or is sorted by", async ({ signedIn: page, api }) => {
  const product = await api.product("Columns of need");
  await api.observation(product.id, "High one");
  await page.goto(`/#/products/${product.id}/show?filter={}`);
  const row = page.getByRole("row", { name: /High one/ });
  await expect(row.getByText("High", { exact: true }).locator("xpath=ancestor-or-self::*[contains(@class,'MuiChip-root')]")).toHaveCSS("background-color", "rgb(223, 61, 3)");
  await expect(page.getByRole("columnheader", { name: "EPSS" })).toHaveCount(0);
  await page.goto(`/#/products/${product.id}/show?filter={}&sort=epss_score&order=DESC`);
  await expect(page.getByRole("columnheader", { name: "EPSS" })).toBeVisible();
  await expect(row).toBeVisible();
});

test("example 10: the justifications are those of the chosen style, and none is sent for an open observation", async ({ signedIn: page, api }) => {
  await api.send("PATCH", "/settings/1/", { feature_vex: true, vex_justification_style: "CycloneDX" });
  const product = await api.product("Justified");
  const { id } = await api.observation(product.id, "With a reason");
  await page.goto(`/#/observations/${id}/show`);
  await page.getByRole("button", { name: "Assessment", exact: true }).click();
  const form = dialog(page, "Assessment");
  await choose(form, "Status", "Not affected");
  expect(await optionsOf(page, "VEX justification")).toEqual([
    "Code not present",
    "Code not reachable",
    "Requires configuration",
    "Requires dependency",
    "Requires environment",
    "Protected by compiler",
    "Protected at runtime",
    "Protected at perimeter",
    "Protected by mitigating control",
  ]);
  await choose(form, "VEX justification", "Code not reachable");
  await choose(form, "Status", "Open");
  await expect(form.getByRole("combobox", { name: "VEX justification" })).toHaveCount(0);
  await form.getByRole("textbox", { name: "Comment" }).fill("Open after all");
  const sent = page.waitForRequest((request) => request.method() === "PATCH" && request.url().endsWith(`/api/observations/${id}/assessment/`));
  await form.getByRole("button", { name: "Save" }).click();
  expect((await sent).postDataJSON()).toMatchObject({ status: "Open", vex_justification: "", comment: "Open after all" });
  await expect(form).toHaveCount(0);
  await api.send("PATCH", "/settings/1/", { feature_vex: false });
});

test("example 11: an answer of 400 leaves the dialog and its text", async ({ signedIn: page, api }) => {
  const product = await api.product("Refused");
  const { id } = await api.observation(product.id, "Refused once");
  await page.route(`**/api/observations/${id}/assessment/`, (route) => route.fulfill({ status: 400, json: { message: "Not this way" } }));
  await page.goto(`/#/observations/${id}/show`);
  await page.getByRole("button", { name: "Assessment", exact: true }).click();
  const form = dialog(page, "Assessment");
  await choose(form, "Status", "False positive");
  await form.getByRole("textbox", { name: "Comment" }).fill("A long text");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Not this way")).toBeVisible();
  await expect(form.getByRole("textbox", { name: "Comment" })).toHaveValue("A long text");
});

test("example 13: only observations that were added by hand are edited", async ({ api, pageOf }) => {
  const product = await api.product("By hand and by scanner");
  await api.observations(product.id, ["From a scanner"]);
  const { id: manual } = await api.observation(product.id, "By hand");
  const { results } = await api.send<{ results: { id: number; title: string }[] }>("GET", `/observations/?product=${product.id}&title=From a scanner`);
  const owner = await api.person("owner-of-both");
  await api.member(product.id, owner.id, 5);
  const page = await pageOf(owner);

  await page.goto(`/#/observations/${results[0]?.id}/show`);
  await expect(page.getByRole("button", { name: "Assessment", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toHaveCount(0);
  await page.goto(`/#/observations/${manual}/show`);
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toBeVisible();
});

test("example 19: a gate that the product group switches off is said to be off, and no gate is shown", async ({ signedIn: page, api }) => {
  const { id: group } = await api.send<{ id: number }>("POST", "/product_groups/", { name: "Without a gate", security_gate_active: false });
  const product = await api.product("In a group without a gate", { product_group: group });
  await page.goto(`/#/products/${product.id}/show/settings`);
  const gate = page.getByText("Security gate (from product group)").locator("xpath=..");
  await expect(gate).toContainText("Disabled");
  await expect(page.getByText(/^(Passed|Failed)$/)).toHaveCount(0);
});

test("assessing several observations is offered for those where it is allowed", async ({ api, pageOf }) => {
  const mine = await api.product("Mine to assess");
  const read = await api.product("Only to read");
  await api.observation(mine.id, "Shared title, mine");
  await api.observation(read.id, "Shared title, read");
  const person = await api.person("half-writer");
  await api.member(mine.id, person.id, 3);
  await api.member(read.id, person.id, 1);
  const page = await pageOf(person);

  await page.goto(`/#/observations?filter=${encodeURIComponent(JSON.stringify({ title: "Shared title" }))}`);
  await expect(page.getByRole("row", { name: /Shared title, read/ }).getByRole("checkbox")).toBeDisabled();
  await page.getByRole("row", { name: /Shared title, mine/ }).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Select all that you may change" }).click();
  await page.getByRole("button", { name: "Assessment", exact: true }).click();
  const form = page.getByRole("dialog");
  await choose(form, "Status", "False positive");
  await form.getByRole("textbox", { name: "Comment" }).fill("Test code");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toHaveCount(0);
  const { results } = await api.send<{ results: { title: string; current_status: string }[] }>("GET", "/observations/?title=Shared title&ordering=title");
  expect(results.map(({ current_status }) => current_status)).toEqual(["False positive", "Open"]);
});

test("a component without a branch shows no observation of a branch", async ({ signedIn: page, api }) => {
  const product = await api.product("Branches of components");
  const { id: branch } = await api.send<{ id: number }>("POST", "/branches/", { product: product.id, name: "release" });
  const openssl = { origin_component_name: "openssl-of-branches", origin_component_version: "1" };
  await api.observation(product.id, "Nowhere", openssl);
  await api.observation(product.id, "In a branch", { ...openssl, branch });
  await page.goto(`/#/components?filter=${encodeURIComponent(JSON.stringify({ component_name_version: "openssl-of-branches" }))}&sort=branch_name&order=ASC`);
  await page.getByRole("row", { name: /openssl-of-branches/ }).filter({ hasNotText: "release" }).getByRole("link").click();
  await expect(page.getByRole("link", { name: "Nowhere" })).toBeVisible();
  await expect(page.getByRole("link", { name: "In a branch" })).toHaveCount(0);
});

test("the search finds a vulnerability that the title does not name, and components", async ({ signedIn: page, api }) => {
  const product = await api.product("Searched");
  await api.observation(product.id, "Heap overflow in a parser", { vulnerability_id: "CVE-2031-9977", origin_component_name: "searched-library", origin_component_version: "2" });
  await page.goto("/#/");
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeVisible();
  await page.keyboard.press("Control+k");
  const search = page.getByRole("combobox", { name: "Search everything" });
  await search.fill("2031-9977");
  await expect(page.getByRole("option", { name: /Heap overflow in a parser/ })).toContainText("CVE-2031-9977");
  await search.fill("searched-lib");
  await page.getByRole("option", { name: /searched-library:2/ }).click();
  await expect(page.getByRole("heading", { name: "searched-library:2" })).toBeVisible();
});

test("what is selected in one product is not deleted in another", async ({ signedIn: page, api }) => {
  const first = await api.product("Selected here");
  const second = await api.product("Not selected here");
  for (const { id } of [first, second]) await api.send("POST", "/services/", { product: id, name: "web" });
  await page.goto(`/#/products/${first.id}/show/services`);
  await page.getByRole("row", { name: /web/ }).getByRole("checkbox").check();
  await page.evaluate((id) => (location.hash = `#/products/${id}/show/services`), second.id);
  await expect(page.getByRole("heading", { name: "Not selected here" })).toBeVisible();
  await expect(page.getByRole("row", { name: /web/ }).getByRole("checkbox")).not.toBeChecked();
  await page.getByRole("row", { name: /web/ }).getByRole("checkbox").check();
  await page.getByText("1 selected").locator("xpath=..").getByRole("button", { name: "Delete" }).click();
  await confirm(page, "Delete");
  await expect(page.getByText("There are no services.")).toBeVisible();
  const { count } = await api.send<{ count: number }>("GET", `/services/?product=${first.id}`);
  expect(count).toBe(1);
});

test("two branches are compared, and each number leads to what it counts", async ({ signedIn: page, api }) => {
  const product = await api.product("Compared");
  const branch = async (name: string) => (await api.send<{ id: number }>("POST", "/branches/", { product: product.id, name })).id;
  const [old, next] = [await branch("release-1"), await branch("release-2")];
  for (const id of [old, next]) await api.observation(product.id, "In both releases", { branch: id });
  await api.observation(product.id, "Fixed in release 2", { branch: old });
  await page.goto(`/#/products/${product.id}/show/branches`);
  await page.getByRole("button", { name: "Compare" }).click();
  const form = dialog(page, /^Compare/);
  await choose(form, "First branch / version", "release-1");
  await choose(form, "Second branch / version", "release-2");
  await expect(form.getByText("In both").locator("xpath=..")).toContainText("1");
  await expect(form.getByText("Only in release-2").locator("xpath=..")).toContainText("0");
  await form.getByText("Only in release-1").locator("xpath=..").getByRole("link", { name: "1" }).click();
  await expect(page.getByRole("link", { name: "Fixed in release 2" })).toBeVisible();
  await expect(page.getByRole("link", { name: "In both releases" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Not active in: release-2" })).toBeVisible();
});

test("what the last import has fixed is one click away, also after the next import", async ({ signedIn: page, api }) => {
  const product = await api.product("Fixed since the last import");
  await api.observations(product.id, ["Stays", "Is fixed"]);
  await api.observations(product.id, ["Stays", "Comes"]);
  const fixed = page.getByRole("link", { name: "Is fixed" });
  await page.goto(`/#/products/${product.id}/show/vulnerability_checks`);
  const row = page.getByRole("row", { name: /findings\.sarif/ });
  await row.getByRole("link", { name: "1", exact: true }).last().click();
  await expect(fixed).toBeVisible();
  await expect(page.getByRole("link", { name: "Comes" })).toHaveCount(0);
  await expect(page.getByText("Import result: Resolved")).toBeVisible();

  await api.observations(product.id, ["Stays", "Comes"]);
  await page.goto(`/#/products/${product.id}/show/imports?sort=started&order=DESC`);
  const links = page.getByRole("row").nth(2).getByRole("link", { name: "1", exact: true });
  await links.first().click();
  await expect(page.getByRole("link", { name: "Comes" })).toBeVisible();
  await expect(fixed).toHaveCount(0);
});
