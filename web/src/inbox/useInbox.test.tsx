// @vitest-environment jsdom
import { act, render, screen as page } from "@testing-library/react";
import { CoreAdminContext, type DataProvider } from "react-admin";
import { MemoryRouter } from "react-router-dom";
import { expect, it, vi } from "vitest";
import { useInbox } from "./useInbox";

function Waiting() {
  return <p>{useInbox().reviews} waiting</p>;
}

it("is asked for again when the window has the focus again", async () => {
  localStorage.setItem("jwt", "token");
  let reviews = 0;
  const call = vi.fn(() => Promise.resolve({ reviews: (reviews += 1), approvals: 0, notifications: 0 }));
  render(
    <MemoryRouter>
      <CoreAdminContext dataProvider={{ call } as unknown as DataProvider}>
        <Waiting />
      </CoreAdminContext>
    </MemoryRouter>,
  );
  expect(await page.findByText("1 waiting")).toBeDefined();
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
  expect(await page.findByText("2 waiting")).toBeDefined();
});
