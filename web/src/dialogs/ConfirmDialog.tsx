import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from "@mui/material";
import { useId } from "react";
import { useTranslate } from "react-admin";
import { useAction } from "./useAction";

interface Props {
  /** Keys of the message catalogue. */
  title: string;
  question: string;
  success: string;
  /** The button that acts. */
  confirm: string;
  names?: Record<string, string | number>;
  call: () => Promise<unknown>;
  onDone?: (() => void) | undefined;
  onClose: () => void;
  danger?: boolean;
}

/** Asks before something is done, and stays open with the reason when it could not be done. */
export function ConfirmDialog({ title, question, success, confirm, names = {}, call, onDone, onClose, danger = false }: Props) {
  const translate = useTranslate();
  const heading = useId();
  const text = useId();
  const { run, running, error } = useAction();

  const confirmed = async () => {
    if (!(await run(call, success, names))) return;
    onClose();
    onDone?.();
  };
  return (
    <Dialog
      open
      role="alertdialog"
      aria-labelledby={heading}
      aria-describedby={text}
      onClose={(_event, reason: string) => reason !== "backdropClick" && !running && onClose()}
      onClick={(event) => event.stopPropagation()}
    >
      <DialogTitle id={heading}>{translate(title, names)}</DialogTitle>
      <DialogContent>
        <DialogContentText id={text}>{translate(question, names)}</DialogContentText>
        {error === null ? null : (
          <Alert severity="warning" sx={{ mt: 2, whiteSpace: "pre-wrap" }}>
            {translate(error, { _: error })}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={running} color="inherit" autoFocus>
          {translate("ra.action.cancel")}
        </Button>
        <Button onClick={() => void confirmed()} loading={running} variant="contained" color={danger ? "error" : "primary"}>
          {translate(confirm)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
