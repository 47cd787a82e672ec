/** One keyboard command. */
export interface Shortcut {
  /** As `KeyboardEvent.key` names it; `mod+` in front stands for Ctrl, or Command on a Mac. */
  keys: readonly string[];
  /** Keys of the message catalogue: what it does, and under which heading the help names it. */
  label: string;
  group: "shortcut.everywhere" | "shortcut.list" | "shortcut.record";
  run: () => void;
  /** Whether there is something to run it on; otherwise the keys are those of a command that was registered before. */
  applies?: () => boolean;
}

const OFF = "shortcuts_off";

const registered: Shortcut[][] = [];

/** Keys that are pressed while something is typed are text; those with Ctrl or Command never are. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [role=textbox], [role=combobox], [role=listbox] *");
}

/** A dialog or menu takes the keyboard for itself. */
function isCovered(): boolean {
  return document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null;
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const modified = event.ctrlKey || event.metaKey;
  const plain = keys.replace(/^mod\+/, "");
  return event.key.toLowerCase() === plain.toLowerCase() && modified === keys.startsWith("mod+") && !event.altKey;
}

/** The commands of what is on the screen. Those registered last come first: a list inside a record's screen wins. */
export const shortcuts = {
  add(list: Shortcut[]): () => void {
    registered.push(list);
    return () => {
      registered.splice(registered.indexOf(list), 1);
    };
  },

  all: (): readonly Shortcut[] => registered.toReversed().flat(),

  /** Single letters can be switched off (WCAG 2.1.4): speech input types them by mistake. */
  lettersAreOff: (): boolean => localStorage.getItem(OFF) === "true",
  switchLetters: (off: boolean): void => localStorage.setItem(OFF, String(off)),

  handle: (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const modified = event.ctrlKey || event.metaKey;
    if (!modified && (isTyping(event.target) || shortcuts.lettersAreOff())) return;
    if (isCovered()) return;
    const command = shortcuts.all().find(({ keys, applies }) => keys.some((key) => matches(event, key)) && applies?.() !== false);
    if (command === undefined) return;
    event.preventDefault();
    command.run();
  },
};
