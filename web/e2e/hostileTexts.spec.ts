import type { Page } from "@playwright/test";
import { Api } from "./api.ts";
import { expect, test, withSession } from "./fixtures.ts";
import { Server } from "./server.ts";
import { fillShop, screensOf, type Shop } from "./shop.ts";

/** What would run if a text were taken for markup, in a page or in Markdown. */
const MARKUP = `<img src=x onerror="window.ran=1"><svg onload="window.ran=2"></svg>"'><script>window.ran=3</script>`;
const MARKDOWN = `${MARKUP}\n\n[click](javascript:window.ran=4) ![image](x" onerror="window.ran=5) <iframe srcdoc="<script>parent.ran=6</script>"></iframe>\n\n<a href="javascript:window.ran=7">link</a>`;

const short = (length: number) => MARKUP.slice(0, length);

/** Puts markup into every text of the shop that people or reports can write. */
async function spoil(api: Api, shop: Shop): Promise<void> {
  const change = (path: string, body: object) => api.send("PATCH", path, body);
  await change(`/product_groups/${shop.group}/`, { name: `${MARKUP} group`, description: MARKDOWN });
  await change(`/products/${shop.product}/`, { name: `${MARKUP} product`, description: MARKDOWN, assessments_need_approval: false });
  await api.send("POST", "/branches/", { product: shop.product, name: MARKUP });
  await api.send("POST", "/services/", { product: shop.product, name: MARKUP });
  const { id } = await api.observation(shop.product, MARKUP, {
    description: MARKDOWN,
    recommendation: MARKDOWN,
    parser_severity: "Critical",
    origin_component_name: MARKUP,
    origin_component_version: short(40),
    origin_source_file: MARKUP,
    origin_cloud_resource: MARKUP,
    origin_kubernetes_resource_name: MARKUP,
    scanner_observation_id: MARKUP,
  });
  await change(`/observations/${id}/assessment/`, { status: "Not affected", comment: MARKDOWN });
  shop.observation = id;
  await change(`/users/${shop.user}/`, { full_name: MARKUP, first_name: short(100), last_name: short(100) });
  await change(`/authorization_groups/${shop.authorizationGroup}/`, { name: MARKUP });
  await change(`/license_groups/${shop.licenseGroup}/`, { name: MARKUP, description: MARKDOWN });
  await change(`/license_policies/${shop.licensePolicy}/`, { name: MARKUP, description: MARKDOWN });
  await api.send("POST", "/license_policy_items/", { license_policy: shop.licensePolicy, non_spdx_license: MARKUP, evaluation_result: "Forbidden", comment: MARKUP });
  await change(`/license_components/${shop.licenseComponent}/concluded_license/`, { manual_concluded_non_spdx_license: MARKUP });
  await api.send("POST", "/product_api_tokens/", { product: shop.product, role: 1, name: short(32) });
  await api.upload(shop.product, "bom.json", bom());
  await api.upload(shop.product, `${short(20)}.sarif`, report(), { service: MARKUP });
}

function report(): string {
  const results = [{ ruleId: "hostile", message: { text: MARKDOWN }, locations: [{ physicalLocation: { artifactLocation: { uri: `src/${MARKUP}` }, region: { startLine: 1, snippet: { text: MARKUP } } } }] }];
  const rules = [{ id: "hostile", name: MARKUP, shortDescription: { text: MARKUP }, help: { text: MARKDOWN, markdown: MARKDOWN }, helpUri: "javascript:window.ran=9" }];
  return JSON.stringify({ $schema: "sarif", version: "2.1.0", runs: [{ tool: { driver: { name: MARKUP, rules } }, results }] });
}

function bom(): string {
  const components = [{ "bom-ref": "a", type: "library", name: MARKUP, version: short(30), licenses: [{ license: { name: MARKUP } }] }];
  return JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata: { tools: [{ name: MARKUP, version: "1" }], component: { "bom-ref": "root", type: "application", name: MARKUP } }, components, dependencies: [{ ref: "root", dependsOn: ["a"] }] });
}

/** The screens that show what people and reports have written. */
const SCREENS = [
  "dashboard", "product groups", "product group", "products", "product observations", "product branches", "product services", "product checks", "product imports", "product members",
  "product settings", "observations", "observation", "observation edit", "components", "license group", "license groups", "license policies", "license policy", "imports", "notifications",
  "observation reviews", "product licenses",
  "license component",
  "concluded licenses",
  "product tokens",
  "API tokens",
  "authorization groups", "authorization group", "users", "user", "audit log",
];

async function look(page: Page, name: string, address: string): Promise<void> {
  await page.goto(`/#${address}`);
  await expect(page.getByRole("main").getByRole("heading", { level: 1 }), name).toBeVisible();
  await page.waitForLoadState("networkidle");
  const found = await page.evaluate(() => ({
    ran: (window as { ran?: number }).ran,
    markup: document.querySelectorAll("img[src=x], svg[onload], iframe, [onerror], #root script").length,
    links: Array.from(document.querySelectorAll("a[href]"), (link) => link.getAttribute("href") ?? "").filter((to) => /^\s*(?:javascript|data|vbscript):/i.test(to)),
  }));
  expect(found, name).toEqual({ markup: 0, links: [] });
}

test("texts of people and reports are texts on every screen, never markup", async ({ browser }) => {
  test.setTimeout(5 * 60_000);
  const server = await Server.start();
  try {
    const api = await Api.as(server.url);
    const shop = await fillShop(api);
    await spoil(api, shop);
    const context = await browser.newContext({ baseURL: server.url });
    await withSession(context, api);
    const page = await context.newPage();
    const all = screensOf(shop);
    for (const name of SCREENS) await test.step(name, () => look(page, name, all[name] ?? ""));
    await page.goto(`/#/observations/${shop.observation}/show`);
    await expect(page.getByText("window.ran=3").first()).toBeVisible();
    await context.close();
  } finally {
    await server.stop();
  }
});
