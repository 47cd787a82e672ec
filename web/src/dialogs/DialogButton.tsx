import { Suspense, useState, type ReactElement, type ReactNode } from "react";
import type { Shortcut } from "../shortcuts/registry";
import { useShortcuts } from "../shortcuts/useShortcuts";
import { ActionButton } from "./ActionButton";

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
  const [open, setOpen] = useState(false);
  const show = () => setOpen(true);
  const shortcut: Shortcut[] = keys === undefined || disabled ? [] : [{ keys: [keys], label, group: "shortcut.record", run: show }];
  useShortcuts(shortcut);
  return (
    <>
      <ActionButton label={label} icon={icon} variant={variant} disabled={disabled} onClick={show} />
      {open ? <Suspense>{dialog(() => setOpen(false))}</Suspense> : null}
    </>
  );
}
