import DeleteIcon from "@mui/icons-material/Delete";
import { useState, type ReactNode } from "react";
import { Confirm } from "react-admin";
import { ActionButton } from "./ActionButton";
import { useAction } from "./useAction";

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
export function ConfirmedAction(props: Props) {
  const { label, title, question, success, names = {}, call, onDone, icon, danger = true } = props;
  const [open, setOpen] = useState(false);
  const { run, running } = useAction();

  const confirmed = async () => {
    const done = await run(call, success);
    setOpen(false);
    if (done) onDone?.();
  };
  return (
    <>
      <ActionButton label={label} icon={icon ?? (danger ? <DeleteIcon /> : undefined)} colour={danger ? "error" : "primary"} onClick={() => setOpen(true)} />
      <Confirm
        isOpen={open}
        loading={running}
        title={title}
        content={question}
        titleTranslateOptions={names}
        contentTranslateOptions={names}
        confirmColor={danger ? "warning" : "primary"}
        onConfirm={() => void confirmed()}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
