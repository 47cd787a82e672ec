import type { KeyboardEvent } from "react";
import { ROW_LINK } from "../values/PlaceLink";
import { rowAfter } from "./rowAfter";

const LINK = `[${ROW_LINK}]`;

/** The focus of the keyboard among the rows of a list: it is on the link that opens a row. */
export class RowFocus {
  private element: HTMLElement | null = null;
  // Where it was last: that row may have left the list since.
  private last = -1;

  /** Of the element around the rows. */
  readonly attach = (element: HTMLElement | null): void => {
    this.element = element;
  };

  /** The arrows scroll the page, except while a row has the focus. */
  readonly pressed = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    if (step === null || !(event.target instanceof HTMLElement) || !event.target.hasAttribute(ROW_LINK)) return;
    event.preventDefault();
    this.move(step);
  };

  move(step: 1 | -1): void {
    const links = this.links();
    this.last = rowAfter(this.index(links), step, links.length, this.last);
    links[this.last]?.focus();
  }

  /** Id of the row that has the focus, on its link or elsewhere in it. */
  current(): string | null {
    const links = this.links();
    const index = this.index(links);
    if (index !== -1) this.last = index;
    return links[index]?.getAttribute(ROW_LINK) ?? null;
  }

  /** Id of the row around an element. */
  idAt(element: Element): string | null {
    return element.closest("tr, li")?.querySelector(LINK)?.getAttribute(ROW_LINK) ?? null;
  }

  /** Gives the focus to the row around an element. */
  focusAt(element: Element): void {
    element.closest("tr, li")?.querySelector<HTMLElement>(LINK)?.focus();
  }

  private links(): HTMLElement[] {
    return [...(this.element?.querySelectorAll<HTMLElement>(LINK) ?? [])];
  }

  private index(links: readonly HTMLElement[]): number {
    return links.findIndex((link) => link.closest("tr, li")?.contains(document.activeElement));
  }
}
