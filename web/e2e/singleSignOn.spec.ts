import { Api } from "./api.ts";
import { expect, test } from "./fixtures.ts";
import { Provider } from "./provider.ts";
import { ADMIN, Server } from "./server.ts";

async function serverOf(provider: Provider): Promise<Server> {
  return Server.start({
    OIDC_ENABLE: "true",
    OIDC_AUTHORITY: provider.url,
    OIDC_CLIENT_ID: "secobserve",
    OIDC_USERNAME: "preferred_username",
    OIDC_FULL_NAME: "name",
  });
}

test("a person of the provider signs in, works and signs out", async ({ page }) => {
  const provider = await Provider.start("mira");
  const own = await serverOf(provider);
  try {
    await page.goto(`${own.url}/#/products`);
    await page.getByRole("button", { name: "Enterprise Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Products", exact: true })).toBeVisible();
    await expect(page).toHaveURL(`${own.url}/#/products`);
    await expect(page.getByRole("button", { name: "Menu of Mira Holm" })).toBeVisible();

    await page.reload();
    await expect(page.getByRole("heading", { name: "Products", exact: true })).toBeVisible();
    expect(provider.tokens).toBe(1);

    await page.getByRole("button", { name: "Menu of Mira Holm" }).click();
    await page.getByRole("menuitem", { name: "Logout" }).click();
    await expect(page.getByRole("button", { name: "Enterprise Sign in" })).toBeVisible();
    // The way back from the provider is another navigation, in the middle of which nothing can be asked.
    const left = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("oidc.user:"))).catch(() => null);
    await expect.poll(left).toEqual([]);
  } finally {
    await own.stop();
    await provider.stop();
  }
});

test("a token that ends is renewed in a frame, because there is no refresh token", async ({ page }) => {
  const provider = await Provider.start("mira");
  const own = await serverOf(provider);
  try {
    provider.lifetime = 5;
    await page.goto(`${own.url}/#/products`);
    await page.getByRole("button", { name: "Enterprise Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Products", exact: true })).toBeVisible();
    provider.lifetime = 300;
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await page.getByRole("link", { name: "Components" }).click();
    await expect(page.getByText("There are no components.")).toBeVisible();
    await expect(page).toHaveURL(/#\/components/);
    expect(await page.evaluate(() => "stayed" in window)).toBe(true);
    const tokens = provider.tokens;
    expect(tokens).toBeGreaterThan(1);
    await page.getByRole("link", { name: "Imports" }).click();
    await expect(page.getByRole("heading", { name: "Imports", exact: true })).toBeVisible();
    expect(provider.tokens).toBe(tokens);
  } finally {
    await own.stop();
    await provider.stop();
  }
});

test("a local account is not taken over, and the form for passwords can be hidden", async ({ page }) => {
  const provider = await Provider.start(ADMIN.username);
  const own = await serverOf(provider);
  try {
    await page.goto(own.url);
    await expect(page.getByLabel("Username")).toBeVisible();
    await page.getByRole("button", { name: "Enterprise Sign in" }).click();
    await expect(page.getByText("User is a local account")).toBeVisible();
    await expect(page.getByLabel("Username")).toBeVisible();

    await (await Api.as(own.url)).send("PATCH", "/settings/1/", { feature_disable_user_login: true });
    await page.reload();
    await expect(page.getByRole("button", { name: "Enterprise Sign in" })).toBeVisible();
    await expect(page.getByLabel("Username")).toHaveCount(0);
    await page.goto(`${own.url}/#/login#force_user_login`);
    await page.reload();
    await expect(page.getByLabel("Username")).toBeVisible();
  } finally {
    await own.stop();
    await provider.stop();
  }
});
