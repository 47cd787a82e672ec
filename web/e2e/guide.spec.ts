import { readFile } from "node:fs/promises";
import { Api, report } from "./api.ts";
import { expect, expectAccessible, test, withSession } from "./fixtures.ts";
import { Server } from "./server.ts";

test("an empty server leads to the first import and shows it as it comes", async ({ page, context }) => {
  const own = await Server.start();
  try {
    await withSession(context, await Api.as(own.url));
    await page.goto(`${own.url}/#/`);
    await expect(page.getByRole("heading", { name: "Let us start" })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("textbox", { name: "Name" }).fill("First product");
    await page.getByRole("button", { name: "Create product" }).click();

    await page.getByRole("button", { name: "Create API token" }).click();
    await expect(page.getByText("Waiting for the first import")).toBeVisible();
    await expectAccessible(page);
    const first = await page.getByText(/^api_token_/).textContent();

    // What was shown once is not shown after a reload: a new one can be had.
    await page.reload();
    await expect(page.getByText("cannot be shown again")).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "I have kept it" }).click();
    await expect(page.getByText("APIToken your-token")).toBeVisible();
    await page.reload();
    await page.getByRole("button", { name: "Make a new API token" }).click();
    await expect(page.getByText("Waiting for the first import")).toBeVisible();
    await expect(page.getByText(/^api_token_/)).not.toHaveText(first ?? "");
    const command = await page.getByText(/^curl --fail-with-body/).textContent();
    const token = /APIToken ([^']+)'/.exec(command ?? "")?.[1] ?? "";

    const upload = async (name: string) => {
      const form = new FormData();
      form.append("product_name", "First product");
      form.append("branch_name", "main");
      form.append("file", new Blob([new Uint8Array(await readFile(report(name)))]), name);
      return fetch(`${own.url}/api/import/file_upload_observations_by_name/`, { method: "POST", headers: { Authorization: `APIToken ${token}` }, body: form });
    };
    expect((await upload("two-findings.sarif")).ok).toBe(true);
    await expect(page.getByText("two-findings.sarif has arrived: 2 new observations.")).toBeVisible();
    await page.getByRole("link", { name: "Look at First product" }).click();
    await expect(page.getByRole("heading", { name: "First product" })).toBeVisible();

    await page.goto(`${own.url}/#/`);
    await expect(page.getByRole("heading", { name: "Severities of active observations (current)" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Let us start" })).toHaveCount(0);
  } finally {
    await own.stop();
  }
});
