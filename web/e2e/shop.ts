import type { Api } from "./api.ts";

export interface Shop {
  group: number;
  product: number;
  observation: number;
  log: number;
  notification: number;
  evidence: number | null;
  component: string | null;
  licenseComponent: number | null;
  licenseEvidence: number | null;
  license: number | null;
  licenseGroup: number;
  licensePolicy: number;
  concludedLicense: number | null;
  user: number;
  authorizationGroup: number;
}

const LIBRARIES = ["openssl", "zlib", "libcurl", "expat", "sqlite"];
const LICENSES = [{ id: "Apache-2.0" }, { id: "Zlib" }, { id: "MIT" }, { id: "MIT" }, { name: "Acme EULA" }];
const SEVERITIES = ["Critical", "High", "Medium", "Low", "None", "Unknown"];

/** Fills a server with a bit of everything that its screens show. */
export async function fillShop(api: Api): Promise<Shop> {
  const { id: group } = await api.send<{ id: number }>("POST", "/product_groups/", { name: "Storefront", description: "Everything that **customers** see" });
  const { id: product } = await api.product("Shop", { product_group: group, description: "The web shop", assessments_need_approval: true, repository_prefix: "https://git.example.com/shop" });
  const { id: branch } = await api.send<{ id: number }>("POST", "/branches/", { product, name: "main", is_default_branch: true });
  await api.upload(product, "two-findings.sarif", undefined, { branch });
  await api.upload(product, "inventory.json", inventory(), { branch });
  let observation = 0;
  for (const [index, parser_severity] of SEVERITIES.entries()) {
    const library = LIBRARIES[index % LIBRARIES.length];
    const made = await api.observation(product, `CVE-2031-${4711 + index}`, {
      branch,
      parser_severity,
      parser_status: index === 3 ? "In review" : "Open",
      description: `A flaw in **${library}** lets attackers read memory.\n\n- see [the advisory](https://example.com/advisory)`,
      recommendation: "Update to the fixed version.",
      vulnerability_id: `CVE-2031-${4711 + index}`,
      ...(index === 0 && { cvss3_score: 9.8 }),
      origin_component_name: library,
      origin_component_version: `1.${index}.0`,
      origin_source_file: "src/main.c",
      origin_source_line_start: 12,
    });
    observation = observation || made.id;
  }
  await api.send("PATCH", `/observations/${observation}/assessment/`, { severity: "High", status: "Not affected", comment: "The code is not reached." });
  const logs = await api.send<{ results: { id: number }[] }>("GET", "/observation_logs/?ordering=-created&assessment_status=Needs approval");
  const notifications = await api.send<{ results: { id: number }[] }>("GET", "/notifications/?ordering=-created&page_size=1");
  const { results: found } = await api.send<{ results: { id: number }[] }>("GET", `/observations/?product=${product}&page_size=100`);
  let evidence: number | null = null;
  for (const { id } of found) {
    const { evidences = [] } = await api.send<{ evidences?: { id: number }[] }>("GET", `/observations/${id}/`);
    evidence ??= evidences[0]?.id ?? null;
  }
  const components = await api.send<{ results: { id: string }[] }>("GET", "/components/?page_size=1&has_observations=true");
  const licensed = await fillLicenses(api, product);
  const { id: user } = await api.person("grace", { first_name: "Grace", last_name: "Hopper", full_name: "Grace Hopper", email: "grace@example.com" });
  await api.member(product, user, 3);
  await api.send("POST", "/services/", { product, name: "checkout" });
  const { id: authorizationGroup } = await api.send<{ id: number }>("POST", "/authorization_groups/", { name: "Reviewers" });
  await api.send("POST", "/authorization_group_members/", { authorization_group: authorizationGroup, user, is_manager: true });
  return { group, product, observation, log: logs.results[0]?.id ?? 0, notification: notifications.results[0]?.id ?? 0, evidence, component: components.results[0]?.id ?? null, user, authorizationGroup, ...licensed };
}

type Licensed = Pick<Shop, "licenseComponent" | "licenseEvidence" | "license" | "licenseGroup" | "licensePolicy" | "concludedLicense">;

/** A license group, a policy with items, and a conclusion. */
async function fillLicenses(api: Api, product: number): Promise<Licensed> {
  const first = async (path: string) => (await api.send<{ results: { id: number }[] }>("GET", path)).results[0]?.id ?? null;
  const { results: like } = await api.send<{ results: { id: number; spdx_id: string }[] }>("GET", "/licenses/?spdx_id=MIT&page_size=100");
  const license = like.find(({ spdx_id }) => spdx_id === "MIT")?.id ?? null;
  const { id: licenseGroup } = await api.send<{ id: number }>("POST", "/license_groups/", { name: "Ours", description: "What **we** like", is_public: true });
  await api.send("POST", `/license_groups/${licenseGroup}/add_license/`, { license });
  const { id: licensePolicy } = await api.send<{ id: number }>("POST", "/license_policies/", { name: "Backend", description: "For **servers**", ignore_component_type_list: ["apk"] });
  await api.send("POST", "/license_policy_items/", { license_policy: licensePolicy, license_group: licenseGroup, evaluation_result: "Allowed" });
  await api.send("POST", "/license_policy_items/", { license_policy: licensePolicy, non_spdx_license: "Acme EULA", evaluation_result: "Forbidden", comment: "Legal ticket 77" });
  await api.send("PATCH", `/products/${product}/`, { license_policy: licensePolicy });
  const licenseComponent = await first(`/license_components/?product=${product}&ordering=component_name_version`);
  await api.send("PATCH", `/license_components/${licenseComponent}/concluded_license/`, { manual_concluded_license_expression: "MIT OR ISC" });
  return {
    license,
    licenseGroup,
    licensePolicy,
    licenseComponent,
    licenseEvidence: await first(`/license_component_evidences/?license_component=${licenseComponent}`),
    concludedLicense: await first("/concluded_licenses/"),
  };
}

/** An SBOM with vulnerabilities. */
function inventory(): string {
  const components = LIBRARIES.map((name, index) => ({ "bom-ref": name, type: "library", name, version: `1.${index}.0`, purl: `pkg:generic/${name}@1.${index}.0`, licenses: [{ license: LICENSES[index] }] }));
  return JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { timestamp: "2031-01-01T00:00:00Z", tools: [{ vendor: "e2e", name: "inventory", version: "1" }], component: { "bom-ref": "shop", type: "application", name: "shop", version: "1" } },
    components,
    dependencies: [{ ref: "shop", dependsOn: LIBRARIES.slice(0, 2) }, { ref: "openssl", dependsOn: ["zlib"] }],
    vulnerabilities: LIBRARIES.map((name, index) => ({ id: `CVE-2030-${index + 1000}`, description: `Flaw in ${name}`, ratings: [{ severity: "medium", score: 5.5, method: "CVSSv31", vector: "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:H" }], affects: [{ ref: name }] })),
  });
}

/** Every screen by the address that opens it. */
export function screensOf(shop: Shop): Record<string, string> {
  const product = `/products/${shop.product}`;
  const group = `/product_groups/${shop.group}`;
  return {
    dashboard: "/",
    "product groups": "/product_groups",
    "product group": `${group}/show`,
    "product group metrics": `${group}/show/metrics`,
    "product group licenses": `${group}/show/licenses`,
    "product group settings": `${group}/show/settings`,
    "product group members": `${group}/show/members`,
    "product group tokens": `${group}/show/api_token`,
    "product group create": "/product_groups/create",
    "product group edit": group,
    products: "/products",
    "product observations": `${product}/show`,
    "product metrics": `${product}/show/metrics`,
    "product reviews": `${product}/show/reviews`,
    "product checks": `${product}/show/vulnerability_checks`,
    "product imports": `${product}/show/imports`,
    "product branches": `${product}/show/branches`,
    "product services": `${product}/show/services`,
    "product settings": `${product}/show/settings`,
    "product members": `${product}/show/members`,
    "product tokens": `${product}/show/api_token`,
    "product create": "/products/create",
    "product edit": product,
    observations: "/observations",
    observation: `/observations/${shop.observation}/show`,
    "observation edit": `/observations/${shop.observation}`,
    "observation log": `/observation_logs/${shop.log}/show`,
    ...(shop.evidence !== null && { evidence: `/evidences/${shop.evidence}/show` }),
    components: "/components",
    ...(shop.component !== null && { component: `/components/${encodeURIComponent(shop.component)}/show` }),
    "product licenses": `${product}/show/licenses`,
    "license component": `/license_components/${shop.licenseComponent}/show`,
    "license component evidence": `/license_component_evidences/${shop.licenseEvidence}/show`,
    licenses: "/license/licenses",
    license: `/licenses/${shop.license}/show`,
    "license groups": "/license/license_groups",
    "license group": `/license_groups/${shop.licenseGroup}/show`,
    "license group edit": `/license_groups/${shop.licenseGroup}`,
    "license group create": "/license_groups/create",
    "license policies": "/license/license_policies",
    "license policy": `/license_policies/${shop.licensePolicy}/show`,
    "license policy edit": `/license_policies/${shop.licensePolicy}`,
    "license policy create": "/license_policies/create",
    "concluded licenses": "/license/concluded_licenses",
    "concluded license": `/concluded_licenses/${shop.concludedLicense}/show`,
    "observation reviews": "/reviews/observation_reviews",
    approvals: "/reviews/observation_log_approvals",
    imports: "/import_runs",
    notifications: "/notifications",
    notification: `/notifications/${shop.notification}/show`,
    users: "/access_control/users",
    "authorization groups": "/access_control/authorization_groups",
    "API tokens": "/access_control/api_tokens",
    "user create": "/users/create",
    user: `/users/${shop.user}/show`,
    "user edit": `/users/${shop.user}`,
    "own profile": "/users/1/show",
    "authorization group create": "/authorization_groups/create",
    "authorization group": `/authorization_groups/${shop.authorizationGroup}/show`,
    "authorization group edit": `/authorization_groups/${shop.authorizationGroup}`,
    settings: "/settings/1/show",
    "settings edit": "/settings/1",
    "periodic tasks": "/periodic_tasks",
    "audit log": "/audit_logs",
    parsers: "/parsers",
    "own settings": "/user_settings",
  };
}
