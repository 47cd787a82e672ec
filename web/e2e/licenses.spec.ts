import { expect, expectAccessible, test } from "./fixtures.ts";

const SBOM = JSON.stringify({
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  components: [
    { "bom-ref": "left", type: "library", name: "left", version: "1.0", purl: "pkg:npm/left@1.0", licenses: [{ license: { id: "GPL-3.0-only" } }] },
    { "bom-ref": "right", type: "library", name: "right", version: "2.0", purl: "pkg:npm/right@2.0", licenses: [{ license: { id: "MIT" } }] },
  ],
  dependencies: [{ ref: "left", dependsOn: ["right"] }],
});

test("an SBOM is uploaded, a policy assigned, and a forbidden component becomes allowed by a conclusion", async ({ signedIn: page, api }) => {
  const { id: product } = await api.product("Licensed");
  await page.goto(`/#/products/${product}/show`);
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByRole("menuitem", { name: "Upload SBOMs from files" }).click();
  const upload = page.getByRole("dialog");
  await upload.locator("input[type=file]").setInputFiles({ name: "bom.json", mimeType: "application/json", buffer: Buffer.from(SBOM) });
  await upload.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(upload.getByRole("row", { name: /bom\.json/ })).toContainText("200");
  await upload.getByRole("button", { name: "OK" }).click();

  await page.goto("/#/license_policies/create");
  await page.getByLabel("Name").fill("For servers");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "For servers" })).toBeVisible();
  const addItem = async (license: string, result: string) => {
    await page.getByRole("button", { name: "Add item" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("SPDX license", { exact: true }).fill(license);
    await page.getByRole("option", { name: new RegExp(`^${license.replaceAll(".", "\\.")} / `) }).click();
    await dialog.getByLabel("Evaluation").click();
    await page.getByRole("option", { name: result }).click();
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  await addItem("GPL-3.0-only", "Forbidden");
  await addItem("MIT", "Allowed");

  await page.goto(`/#/products/${product}`);
  await page.getByLabel("License policy").fill("For servers");
  await page.getByRole("option", { name: "For servers" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("tab", { name: "Licenses / Components" })).toBeVisible();
  await page.getByRole("tab", { name: "Licenses / Components" }).click();
  const left = page.getByRole("row", { name: /left:1\.0/ });
  await expect(left).toContainText("Forbidden");
  await expect(page.getByRole("row", { name: /right:2\.0/ })).toContainText("Allowed");
  await expect(page.getByText("License policy (product)")).toBeVisible();

  await left.getByRole("link", { name: /left:1\.0/ }).click();
  await expect(page.getByText("Item of the policy for GPL-3.0-only")).toBeVisible();
  await page.getByRole("button", { name: "Add concluded license" }).click();
  const conclude = page.getByRole("dialog");
  await conclude.getByLabel("License expression").fill("MIT AND");
  await conclude.getByRole("button", { name: "Save" }).click();
  await expect(conclude).toContainText("Invalid concluded license expression");
  await conclude.getByLabel("License expression").fill("");
  await conclude.getByLabel("SPDX license", { exact: true }).fill("MIT");
  await page.getByRole("option", { name: "MIT / MIT License" }).click();
  await conclude.getByRole("button", { name: "Save" }).click();
  await expect(conclude).toBeHidden();
  await expect(page.getByRole("banner").or(page.locator("header")).getByText("Allowed")).toBeVisible();
  await expect(page.getByText("Set manually by admin")).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/#/products/${product}/show/licenses`);
  await page.getByRole("button", { name: "Overview" }).click();
  await expect(page.getByRole("row", { name: /MIT.*Allowed.*2/ })).toBeVisible();
  await page.getByRole("button", { name: "Expand MIT" }).click();
  await page.getByRole("link", { name: /left:1\.0/ }).click();
  await expect(page.getByText("1 / 2")).toBeVisible();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByText("2 / 2")).toBeVisible();
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Licensed" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Licensed" })).toBeVisible();
});

test("a rule is tried before it is added, and a policy goes through a file", async ({ signedIn: page, api }) => {
  const { id: product } = await api.product("Tried");
  await api.upload(product, "bom.json", SBOM);
  const { id: policy } = await api.send<{ id: number }>("POST", "/license_policies/", { name: "Tried out" });
  await api.send("PATCH", `/products/${product}/`, { license_policy: policy });
  await page.goto(`/#/license_policies/${policy}/show`);
  await page.getByRole("button", { name: "Try an item" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("SPDX license", { exact: true }).fill("MIT");
  await page.getByRole("option", { name: "MIT / MIT License" }).click();
  await dialog.getByLabel("Evaluation").click();
  await page.getByRole("option", { name: "Allowed" }).click();
  await dialog.getByRole("button", { name: "Try", exact: true }).click();
  await expect(dialog).toContainText("The evaluation of 1 component would change.");
  await expect(dialog.getByRole("link", { name: "right:2.0" })).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  const items = await api.send<{ count: number }>("GET", `/license_policy_items/?license_policy=${policy}`);
  expect(items.count).toBe(0);

  const file = await api.send<object>("GET", `/license_policies/${policy}/export_json/`);
  await page.goto("/#/license/license_policies");
  await page.getByRole("button", { name: "Import license policy" }).click();
  const load = page.getByRole("dialog");
  await load.locator("input[type=file]").setInputFiles({ name: "policy.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
  await load.getByRole("button", { name: "Import license policy" }).click();
  await expect(load).toContainText("license_ policy with this name already exists.");
  await load.locator("input[type=file]").setInputFiles({ name: "policy.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ ...file, name: "Loaded" })) });
  await load.getByRole("button", { name: "Import license policy" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Loaded" })).toBeVisible();
});

test("readers see licenses and policies but no button that is not for readers", async ({ api, pageOf }) => {
  const { id: product } = await api.product("Read only licenses");
  await api.upload(product, "bom.json", SBOM);
  const person = await api.person("license-reader");
  await api.member(product, person.id, 1);
  const page = await pageOf(person);
  await page.goto(`/#/products/${product}/show/licenses`);
  await expect(page.getByRole("row", { name: /left:1\.0/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Apply license policy" })).toBeHidden();
  await page.getByRole("link", { name: /left:1\.0/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "left:1.0" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add concluded license" })).toBeHidden();
  await page.goto("/#/license/license_policies");
  await page.getByRole("link", { name: "Standard" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Standard" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add item" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Try an item" })).toBeHidden();
});

test("of many dependencies the way from the root is shown, and more on demand", async ({ signedIn: page, api }) => {
  const { id: product } = await api.product("Deep");
  const count = 1200;
  const name = (index: number) => `l${index}`;
  const all = Array.from({ length: count }, (_, index) => index);
  // The last one is needed by ten others, each of which many need.
  const [last, tens] = [count - 1, count - 11];
  const dependencies = [
    { ref: "app", dependsOn: all.slice(0, tens).map(name) },
    ...all.slice(0, last).map((index) => ({ ref: name(index), dependsOn: [name(index < tens ? tens + (index % 10) : last)] })),
  ];
  const components = all.map((index) => ({ "bom-ref": name(index), type: "library", name: name(index) }));
  const sbom = { bomFormat: "CycloneDX", specVersion: "1.6", version: 1, metadata: { component: { "bom-ref": "app", type: "application", name: "app" } }, components, dependencies };
  await api.upload(product, "bom.json", JSON.stringify(sbom));
  const found = await api.send<{ results: { id: number }[] }>("GET", `/license_components/?product=${product}&component_name_version=${name(last)}`);
  await page.goto(`/#/license_components/${found.results[0]?.id}/show`);
  const graph = page.getByRole("group", { name: /^Dependencies: \d+ components/ }).first();
  await expect(page.getByText(`4 of ${count + 1} components`)).toBeVisible();
  await expect(graph.getByRole("button", { name: `${name(last)}: show` })).toBeVisible();
  await page.getByLabel("Find component").fill(name(17));
  await page.getByRole("option", { name: name(17), exact: true }).click();
  await expect(graph.locator("text", { hasText: new RegExp(`^${name(17)}$`) })).toBeVisible();
  await graph.getByRole("button", { name: `${name(last)}: show` }).press("Enter");
  await expect(page.getByText(`14 of ${count + 1} components`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Only the way to the component" }).click();
  await expect(page.getByText(`4 of ${count + 1} components`)).toBeVisible();
  await graph.click({ position: { x: 3, y: 3 } });
  await expect(page.getByRole("dialog", { name: /^Dependencies/ })).toBeVisible();
});

test("a group's counts of licenses lead to the components of its products", async ({ signedIn: page, api }) => {
  const group = await api.send<{ id: number }>("POST", "/product_groups/", { name: "Licensed group" });
  const { id: product } = await api.product("Licensed in a group", { product_group: group.id });
  await api.upload(product, "bom.json", SBOM);
  await page.goto("/#/product_groups");
  await page.getByRole("row", { name: /Licensed group/ }).getByRole("link", { name: "2 Unknown" }).click();
  await expect(page.getByRole("row", { name: /left:1\.0/ })).toContainText("Licensed in a group");
  await expect(page.getByRole("row", { name: /right:2\.0/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /left:1\.0/ }).click();
  await expect(page.getByText("1 / 2")).toBeVisible();
});
