// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen as page } from "@testing-library/react";
import { Form, I18nContextProvider, ResourceContextProvider } from "react-admin";
import { MemoryRouter } from "react-router-dom";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { i18nProvider } from "../i18n/i18nProvider";
import { MarkdownInput } from "./MarkdownInput";

vi.mock("../values/Markdown", () => ({ Markdown: ({ text }: { text: string }) => <p>{text}</p> }));

describe("a text in Markdown that must be there", () => {
  const save = vi.fn();
  beforeEach(() => {
    save.mockReset();
    render(
      <MemoryRouter>
        <I18nContextProvider value={i18nProvider}>
          <ResourceContextProvider value="observation_logs">
            <Form onSubmit={save}>
              <MarkdownInput source="comment" max={10} mandatory />
              <button>Save</button>
            </Form>
          </ResourceContextProvider>
        </I18nContextProvider>
      </MemoryRouter>,
    );
  });
  afterEach(cleanup);

  it("is asked for by its name", async () => {
    fireEvent.click(page.getByText("Save"));
    expect(await page.findByText("Comment is required")).toBeDefined();
    expect(save).not.toHaveBeenCalled();
  });

  it("is shown for writing when it is missing at its preview", async () => {
    fireEvent.click(page.getByRole("tab", { name: "Preview" }));
    fireEvent.click(page.getByText("Save"));
    expect(await page.findByText("Comment is required")).toBeDefined();
    expect(page.getByRole("tab", { name: "Write" }).getAttribute("aria-selected")).toBe("true");
  });

  it("is sent when it is there", async () => {
    fireEvent.change(page.getByRole("textbox", { name: /Comment/ }), { target: { value: "because" } });
    fireEvent.click(page.getByText("Save"));
    await vi.waitFor(() => expect(save).toHaveBeenCalled());
  });
});
