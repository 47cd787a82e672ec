import { useState, type ReactElement, type ReactNode } from "react";
import { ActionButton } from "./ActionButton";

interface Props {
  /** Key of the message catalogue. */
  label: string;
  icon?: ReactNode;
  variant?: "text" | "contained";
  disabled?: boolean;
  /** The dialog; it exists only while it is open. */
  dialog: (close: () => void) => ReactElement;
}

/** A button that opens a dialog. */
export function DialogButton({ label, icon, variant = "text", disabled = false, dialog }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <ActionButton label={label} icon={icon} variant={variant} disabled={disabled} onClick={() => setOpen(true)} />
      {open ? dialog(() => setOpen(false)) : null}
    </>
  );
}
