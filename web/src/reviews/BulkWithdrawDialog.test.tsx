// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen as page } from "@testing-library/react";
import { AdminContext, Notification, testDataProvider } from "react-admin";
import { afterEach, describe, expect, it } from "vitest";
import { i18nProvider } from "../i18n/i18nProvider";
import BulkWithdrawDialog from "./BulkWithdrawDialog";

afterEach(cleanup);

/** Withdraws these assessments from a server that says how many it has deleted. */
async function withdraw(ids: number[], count: number) {
  const dataProvider = { ...testDataProvider(), call: () => Promise.resolve({ count }) };
  render(
    <AdminContext dataProvider={dataProvider} i18nProvider={i18nProvider}>
      <BulkWithdrawDialog ids={ids} name={() => undefined} onClose={() => undefined} />
      <Notification />
    </AdminContext>,
  );
  fireEvent.click(await page.findByRole("button", { name: "Delete" }));
}

describe("withdrawing assessments", () => {
  it("tells how many were deleted, not how many were selected", async () => {
    await withdraw([1, 2, 3], 1);
    expect(await page.findByText("1 assessment deleted")).toBeDefined();
  });

  it("sums up what several calls have deleted", async () => {
    await withdraw(
      Array.from({ length: 300 }, (_, id) => id),
      7,
    );
    expect(await page.findByText("14 assessments deleted")).toBeDefined();
  });
});
