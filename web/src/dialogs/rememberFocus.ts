const PATIENCE_MS = 3000;
const EVERY_MS = 100;

/** Parts of a screen that can take the place of what has gone. */
const PARTS = "section, [role=tabpanel], main";

/**
 * Remembers what has the focus before a dialog opens; what it returns is called when the dialog is closed. The dialog itself gives the focus back to
 * its opener, but that may go away with what was done: the row that was deleted, the button that is not offered twice. Then the part of the screen
 * around it gets the focus (WCAG 2.2, 2.4.3), so that neither the keyboard nor a screen reader begins at the top again.
 */
export function rememberFocus(): () => void {
  const parts: HTMLElement[] = [];
  for (let part = document.activeElement?.closest<HTMLElement>(PARTS); part; part = part.parentElement?.closest<HTMLElement>(PARTS)) parts.push(part);
  return () => {
    const end = Date.now() + PATIENCE_MS;
    const timer = setInterval(() => {
      const lost = document.activeElement === document.body && document.querySelector("[role=dialog], [role=alertdialog]") === null;
      if (lost) focusOn(parts.find(({ isConnected }) => isConnected));
      if (lost || Date.now() > end) clearInterval(timer);
    }, EVERY_MS);
  };
}

function focusOn(part: HTMLElement | undefined): void {
  if (part === undefined) return;
  if (!part.hasAttribute("tabindex")) part.tabIndex = -1;
  part.style.outline = "none";
  part.focus({ preventScroll: true });
}
