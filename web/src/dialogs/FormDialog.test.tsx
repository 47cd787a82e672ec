// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen as page } from "@testing-library/react";
import { AdminContext, TextInput } from "react-admin";
import { afterEach, describe, expect, it, vi } from "vitest";
import { FormDialog } from "./FormDialog";

afterEach(cleanup);

function open(alwaysEnable = false) {
  const save = vi.fn<(values: { name: string }) => Promise<boolean>>().mockResolvedValue(false);
  render(
    <AdminContext>
      <FormDialog title="Service" resource="services" initial={{ name: "api" }} save={save} alwaysEnable={alwaysEnable} onClose={() => undefined}>
        <TextInput source="name" label="Name" />
      </FormDialog>
    </AdminContext>,
  );
  return save;
}

const saveButton = () => page.getByRole<HTMLButtonElement>("button", { name: "ra.action.save" });
const type = (value: string) => fireEvent.change(page.getByRole("textbox", { name: "Name" }), { target: { value } });

describe("a form in a dialog", () => {
  it("is saved only while something differs from what it began with", async () => {
    const save = open();
    expect(saveButton().disabled).toBe(true);
    type("web");
    expect(saveButton().disabled).toBe(false);
    type("api");
    expect(saveButton().disabled).toBe(true);
    type("web");
    fireEvent.click(saveButton());
    await vi.waitFor(() => expect(save).toHaveBeenCalledOnce());
  });

  it("is not saved by the keyboard either without a change", async () => {
    const save = open();
    fireEvent.keyDown(page.getByRole("textbox", { name: "Name" }), { key: "Enter", ctrlKey: true });
    type("web");
    fireEvent.keyDown(page.getByRole("textbox", { name: "Name" }), { key: "Enter", ctrlKey: true });
    await vi.waitFor(() => expect(save).toHaveBeenCalled());
    expect(save.mock.calls).toEqual([[{ name: "web" }]]);
  });

  it("is saved without a change where that is wanted", () => {
    open(true);
    expect(saveButton().disabled).toBe(false);
  });
});
