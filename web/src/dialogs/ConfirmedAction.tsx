import DeleteIcon from "@mui/icons-material/Delete";
import type { ReactNode } from "react";
import { ActionButton } from "./ActionButton";
import { ConfirmDialog } from "./ConfirmDialog";
import { useOpened } from "./useOpened";

interface Props {
  /** Keys of the message catalogue. */
  label: string;
  title: string;
  question: string;
  success: string;
  /** What the texts name. */
  names?: Record<string, string | number>;
  call: () => Promise<unknown>;
  onDone?: () => void;
  icon?: ReactNode;
  danger?: boolean;
}

/** A button that asks before it acts. */
export function ConfirmedAction({ label, icon, danger = true, ...dialog }: Props) {
  const { isOpen, open, close } = useOpened();
  return (
    <>
      <ActionButton label={label} icon={icon ?? (danger ? <DeleteIcon /> : undefined)} colour={danger ? "error" : "primary"} onClick={open} />
      {isOpen ? <ConfirmDialog {...dialog} danger={danger} confirm={danger ? label : "ra.action.confirm"} onClose={close} /> : null}
    </>
  );
}
