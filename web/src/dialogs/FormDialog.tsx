import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from "@mui/material";
import { useId, useState, type ReactNode } from "react";
import { Form, HttpError, RecordContextProvider, ResourceContextProvider, useNotify, useTranslate } from "react-admin";
import type { FieldValues } from "react-hook-form";

interface Props<T> {
  /** Keys of the message catalogue. */
  title: string;
  saveLabel?: string;
  /** Gives the inputs their labels. */
  resource: string;
  initial?: object;
  /** Sends the form. What it throws is shown, and the dialog stays as it is. */
  save: (values: T) => Promise<unknown>;
  /** Whether `save` is offered a second time with an empty form. */
  several?: boolean;
  onClose: () => void;
  maxWidth?: "xs" | "sm" | "md";
  children: ReactNode;
}

/**
 * A form in a dialog. It closes only when the server has accepted what was typed; errors are shown at their fields.
 * Escape closes it, a click beside it does not.
 */
export function FormDialog<T>(props: Props<T>) {
  const { title, saveLabel = "ra.action.save", resource, initial = {}, save, several = false, onClose, maxWidth = "sm", children } = props;
  const translate = useTranslate();
  const notify = useNotify();
  const form = useId();
  const heading = useId();
  const [saving, setSaving] = useState(false);
  const [again, setAgain] = useState(false);
  // A new key is a new, empty form.
  const [round, setRound] = useState(0);

  const submit = async (values: FieldValues) => {
    setSaving(true);
    try {
      await save(values as T);
    } catch (cause) {
      if (cause instanceof HttpError && cause.status === 401) return undefined;
      const errors = cause instanceof HttpError ? (cause.body as { errors?: object } | undefined)?.errors : undefined;
      // With errors at fields the form itself shows the message.
      if (errors === undefined) notify(cause instanceof Error ? cause.message : String(cause), { type: "warning", multiLine: true });
      return errors;
    } finally {
      setSaving(false);
    }
    if (again) setRound(round + 1);
    else onClose();
    return undefined;
  };

  const closing = (_event: unknown, reason: "backdropClick" | "escapeKeyDown") => {
    if (reason !== "backdropClick" && !saving) onClose();
  };
  return (
    <Dialog open onClose={closing} fullWidth maxWidth={maxWidth} aria-labelledby={heading} onClick={(event) => event.stopPropagation()}>
      <DialogTitle id={heading}>{translate(title)}</DialogTitle>
      <DialogContent>
        <ResourceContextProvider value={resource}>
          <RecordContextProvider value={initial}>
            <Form key={round} id={form} record={initial} onSubmit={submit}>
              {children}
            </Form>
          </RecordContextProvider>
        </ResourceContextProvider>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={saving} color="inherit">
          {translate("ra.action.cancel")}
        </Button>
        {several ? (
          <Button type="submit" form={form} disabled={saving} onClick={() => setAgain(true)}>
            {translate("action.save_and_continue")}
          </Button>
        ) : null}
        <Button type="submit" form={form} disabled={saving} variant="contained" onClick={() => setAgain(false)}>
          {translate(saveLabel)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
