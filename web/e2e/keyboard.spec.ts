import { choose, dialog, expect, expectAccessibleInBothThemes, test } from "./fixtures.ts";

test("a list is worked off with the keyboard alone", async ({ signedIn: page, api }) => {
  const product = await api.product("Triaged");
  for (const title of ["Observation A", "Observation B", "Observation C"]) await api.observation(product.id, title);
  await page.goto(`/#/products/${product.id}/show`);
  const link = (name: string) => page.getByRole("link", { name: `Observation ${name}` });
  await expect(link("C")).toBeVisible();

  await page.keyboard.press("j");
  await expect(link("A")).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await page.keyboard.press("ArrowDown");
  await expect(link("B")).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toBeVisible();
  await page.keyboard.press("x");
  await expect(page.getByText("1 selected")).toHaveCount(0);

  // Without a selection the command is for the row that has the focus; afterwards the focus is there again.
  await page.keyboard.press("a");
  const form = dialog(page, "Assessment of 1 observation");
  await choose(form, "Severity", "Low");
  await form.getByRole("textbox", { name: "Comment" }).fill("jk");
  await page.keyboard.press("Control+Enter");
  await expect(form).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Low: 1" })).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
  await page.keyboard.type("x");
  await expect(page.getByText("1 selected")).toHaveCount(0);
});

test("one observation after the other is assessed, although each leaves the list", async ({ signedIn: page, api }) => {
  const product = await api.product("Browsed");
  for (const title of ["A", "B", "C"]) await api.observation(product.id, `Observation ${title}`);
  await page.goto(`/#/products/${product.id}/show`);
  await page.getByRole("link", { name: "Observation A" }).click();
  await expect(page.getByText("1 / 3")).toBeVisible();
  for (const next of ["B", "C"]) {
    await page.keyboard.press("a");
    const form = dialog(page, "Assessment");
    await choose(form, "Status", "Resolved");
    await form.getByRole("textbox", { name: "Comment" }).fill("fixed");
    await page.keyboard.press("Control+Enter");
    await expect(form).toHaveCount(0);
    await expect(page.getByText("Status from assessment")).toBeVisible();
    await page.keyboard.press("]");
    await expect(page.getByRole("heading", { name: `Observation ${next}` })).toBeVisible();
  }
  await expect(page.getByText("3 / 3")).toBeVisible();
  await page.keyboard.press("[");
  await expect(page.getByRole("heading", { name: "Observation B" })).toBeVisible();
});

test("previous and next go beyond the page that was seen", async ({ signedIn: page, api }) => {
  const product = await api.product("Paged");
  await api.observations(product.id, Array.from({ length: 12 }, (_, index) => `Row ${String(index + 1).padStart(2, "0")}`));
  await page.goto(`/#/products/${product.id}/show?filter={}&sort=title&order=ASC&page=1&perPage=10`);
  await page.getByRole("link", { name: "Row 10" }).click();
  await expect(page.getByText("10 / 12")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("heading", { name: "Row 11" })).toBeVisible();
  await expect(page.getByText("11 / 12")).toBeVisible();
});

test("a list is filtered by what a row says", async ({ signedIn: page, api }) => {
  const product = await api.product("Picked");
  await api.observation(product.id, "Severe one", { parser_severity: "Critical" });
  await api.observation(product.id, "Mild one", { parser_severity: "Low" });
  await page.goto(`/#/products/${product.id}/show`);
  await page.getByRole("cell", { name: "Low" }).click({ modifiers: ["Alt"] });
  await expect(page.getByRole("link", { name: "Severe one" })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove filter Severity" }).click();
  await page.getByRole("link", { name: "Severe one" }).focus();
  await page.keyboard.press("f");
  await page.getByRole("menuitem", { name: "Severity: Critical" }).press("Enter");
  await expect(page.getByRole("link", { name: "Mild one" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Severe one" })).toBeFocused();
});

test("the search over everything finds and opens things", async ({ signedIn: page, api }) => {
  const product = await api.product("Findable product");
  await api.observation(product.id, "CVE-2031-0815 in findable");
  await page.goto("/#/");
  await expect(page.getByRole("heading", { name: "Dashboard" })).toBeVisible();
  await page.keyboard.press("Control+k");
  const search = page.getByRole("combobox", { name: "Search everything" });
  await search.fill("findable");
  await expect(page.getByRole("option", { name: /CVE-2031-0815/ })).toBeVisible();
  await expect(page.getByRole("option", { name: "Findable product", exact: true })).toBeVisible();
  await search.press("ArrowDown");
  await search.press("Enter");
  await expect(page.getByRole("heading", { name: "CVE-2031-0815 in findable" })).toBeVisible();
});

test("the help names the commands, which can be switched off", async ({ signedIn: page, api }) => {
  await api.product("With a list");
  await page.goto("/#/products");
  await expect(page.getByRole("heading", { name: "Products", exact: true })).toBeVisible();
  await page.keyboard.press("?");
  const help = dialog(page, "Keyboard shortcuts");
  await expect(help.getByText("Search this list")).toBeVisible();
  await help.getByRole("switch", { name: "Single letters are commands" }).uncheck();
  await help.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("?");
  await expect(help).toHaveCount(0);
  await page.evaluate(() => localStorage.removeItem("shortcuts_off"));
});

test("what may be changed is edited with a key, in its list and on its screen", async ({ signedIn: page, api }) => {
  const product = await api.product("Edited by key");
  const { id } = await api.observation(product.id, "Added by hand");
  await api.upload(product.id, "two-findings.sarif");
  await page.goto(`/#/products/${product.id}/show?filter={}&sort=title&order=ASC`);
  await expect(page.getByRole("link", { name: "Added by hand" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: "Added by hand" })).toBeFocused();
  await page.keyboard.press("e");
  await expect(page).toHaveURL(new RegExp(`#/observations/${id}$`));

  await page.goto(`/#/observations/${id}/show`);
  await expect(page.getByRole("heading", { name: "Added by hand" })).toBeVisible();
  await page.keyboard.press("?");
  await expect(dialog(page, "Keyboard shortcuts").getByText("Edit")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  await expect(page).toHaveURL(new RegExp(`#/observations/${id}$`));

  // An imported one is not changed; without a row, the product is.
  await page.goto(`/#/products/${product.id}/show?filter={}&sort=title&order=ASC`);
  await page.getByRole("link", { name: "hardcoded-secret" }).focus();
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/show/);
  await page.getByRole("link", { name: "hardcoded-secret" }).blur();
  await page.keyboard.press("e");
  await expect(page).toHaveURL(new RegExp(`#/products/${product.id}$`));
});

test("findings are worked off beside their details", async ({ signedIn: page, api }) => {
  const product = await api.product("Triaged beside");
  for (const title of ["Finding A", "Finding B", "Finding C"]) await api.observation(product.id, title, { description: `What ${title} means` });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/#/products/${product.id}/show?filter=${encodeURIComponent(JSON.stringify({ current_status: ["Open"] }))}&sort=title&order=ASC`);
  await expect(page.getByRole("link", { name: "Finding C" })).toBeVisible();
  const details = page.getByRole("region", { name: "Details" });
  await expect(details).toHaveCount(0);
  await page.keyboard.press("d");
  await expect(details.getByText("What Finding A means")).toBeVisible();
  await expectAccessibleInBothThemes(page);

  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(details.getByText("What Finding B means")).toBeVisible();
  await page.keyboard.press("a");
  const form = page.getByRole("dialog");
  await choose(form, "Status", "False positive");
  await form.getByRole("textbox", { name: "Comment" }).fill("Test code");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("link", { name: "Finding B" })).toHaveCount(0);
  await expect(details.getByText("What Finding C means")).toBeVisible();

  // A click on a row shows it, one on its title opens it; the choice is kept.
  await page.getByRole("row", { name: /Finding A/ }).getByText("High", { exact: true }).click();
  await expect(details.getByText("What Finding A means")).toBeVisible();
  await page.reload();
  await expect(details.getByText("What Finding A means")).toBeVisible();
  await page.getByRole("link", { name: "Finding C" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Finding C" })).toBeVisible();
});
