// @vitest-environment jsdom
import { cleanup, render, screen as page } from "@testing-library/react";
import { AdminContext, SimpleForm } from "react-admin";
import { afterEach, describe, expect, it } from "vitest";
import { UserFields } from "./UserFields";

afterEach(cleanup);

function show(record?: { id: number; username: string; is_oidc_user: boolean }) {
  render(
    <AdminContext>
      <SimpleForm toolbar={false} {...(record && { record })}>
        <UserFields />
      </SimpleForm>
    </AdminContext>,
  );
}

describe("the form of a user", () => {
  it("tells whether the user comes from a provider, but does not let it be changed", () => {
    show({ id: 7, username: "anna", is_oidc_user: true });
    expect(page.getByText("fields.is_oidc_user")).toBeDefined();
    expect(page.getByTitle("ra.boolean.true")).toBeDefined();
    expect(page.getAllByRole("switch")).toHaveLength(3);
  });

  it("has no such flag for a new user", () => {
    show();
    expect(page.queryByText("fields.is_oidc_user")).toBeNull();
  });
});
