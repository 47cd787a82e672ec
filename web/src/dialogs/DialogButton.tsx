import { Suspense, type ReactElement, type ReactNode } from "react";
import type { Shortcut } from "../shortcuts/registry";
import { useShortcuts } from "../shortcuts/useShortcuts";
import { ActionButton } from "./ActionButton";
import { useOpened } from "./useOpened";

interface Props {
  /** Key of the message catalogue. */
  label: string;
  icon?: ReactNode;
  variant?: "text" | "contained";
  disabled?: boolean;
  /** Key on the keyboard that opens it, too. */
  keys?: string;
  /** The dialog; it exists only while it is open, and may be loaded then. */
  dialog: (close: () => void) => ReactElement;
}

/** A button that opens a dialog. */
export function DialogButton({ label, icon, variant = "text", disabled = false, keys, dialog }: Props) {
  const { isOpen, open, close } = useOpened();
  const shortcut: Shortcut[] = keys === undefined || disabled ? [] : [{ keys: [keys], label, group: "shortcut.record", run: open }];
  useShortcuts(shortcut);
  return (
    <>
      <ActionButton label={label} icon={icon} variant={variant} disabled={disabled} onClick={open} />
      {isOpen ? <Suspense>{dialog(close)}</Suspense> : null}
    </>
  );
}
