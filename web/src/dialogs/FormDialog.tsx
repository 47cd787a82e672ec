import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from "@mui/material";
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { Form, RecordContextProvider, ResourceContextProvider, useFormIsDirty, useTranslate } from "react-admin";
import type { FieldValues } from "react-hook-form";
import { formErrors } from "./formErrors";

interface Props<T> {
  /** Keys of the message catalogue. */
  title: string;
  titleArgs?: Record<string, string | number>;
  saveLabel?: string;
  /** Gives the inputs their labels. */
  resource: string;
  initial?: object;
  /** Sends the form. What it throws is shown, and the dialog stays as it is; so it does after `false`. */
  save: (values: T) => Promise<unknown>;
  /** Whether `save` is offered a second time with an empty form. */
  several?: boolean;
  /** Also without a change. */
  alwaysEnable?: boolean;
  onClose: () => void;
  maxWidth?: "xs" | "sm" | "md";
  /** Below the inputs: what is going on. */
  status?: ReactNode;
  children: ReactNode;
}

/**
 * A form in a dialog. It closes only when the server has accepted what was typed; errors are shown at their fields, others above the buttons.
 * There is nothing to save until something was changed.
 * Escape closes it, a click beside it does not. Ctrl+Enter saves, also from within a text of several lines.
 */
export function FormDialog<T>(props: Props<T>) {
  const { title, titleArgs = {}, saveLabel = "ra.action.save", resource, initial = {}, save, several = false, alwaysEnable = false, onClose, maxWidth = "sm", status, children } = props;
  const translate = useTranslate();
  const form = useId();
  const heading = useId();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [again, setAgain] = useState(false);
  // A new key is a new, empty form.
  const [round, setRound] = useState(0);
  const [changed, setChanged] = useState(false);
  const disabled = !alwaysEnable && !changed;

  const submit = async (values: FieldValues) => {
    setSaving(true);
    setError(null);
    try {
      if ((await save(values as T)) === false) return undefined;
    } catch (cause) {
      const { message, fields } = formErrors(cause);
      setError(message);
      return fields;
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
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || disabled) return;
    const element = document.getElementById(form);
    if (element instanceof HTMLFormElement) element.requestSubmit();
  };
  return (
    <Dialog open onClose={closing} fullWidth maxWidth={maxWidth} aria-labelledby={heading} onClick={(event) => event.stopPropagation()} onKeyDown={pressed}>
      <DialogTitle id={heading}>{translate(title, titleArgs)}</DialogTitle>
      <DialogContent>
        <ResourceContextProvider value={resource}>
          <RecordContextProvider value={initial}>
            <Form key={round} id={form} record={initial} onSubmit={submit}>
              {children}
              <FirstFocus form={form} />
              <ChangeReport onChange={setChanged} />
            </Form>
          </RecordContextProvider>
        </ResourceContextProvider>
        {status}
        {error === null ? null : (
          <Alert severity="warning" sx={{ mt: 2, whiteSpace: "pre-wrap" }}>
            {translate(error, { _: error })}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={saving} color="inherit">
          {translate("ra.action.cancel")}
        </Button>
        {several ? (
          <Button type="submit" form={form} disabled={saving || disabled} onClick={() => setAgain(true)}>
            {translate("action.save_and_continue")}
          </Button>
        ) : null}
        <Button type="submit" form={form} disabled={disabled} loading={saving} variant="contained" onClick={() => setAgain(false)}>
          {translate(saveLabel)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Unless an input has asked for the focus, the first one gets it. Those that are hidden belong to inputs drawn otherwise. */
function FirstFocus({ form }: { form: string }) {
  useEffect(() => {
    const element = document.getElementById(form);
    if (element === null || element.contains(document.activeElement)) return;
    element.querySelector<HTMLElement>("[role=combobox], textarea:not([aria-hidden]), input:not([aria-hidden])")?.focus();
  }, [form]);
  return null;
}

/** Tells the dialog, whose buttons stand outside the form, whether something in the form differs from what it began with. */
function ChangeReport({ onChange }: { onChange: (changed: boolean) => void }) {
  const dirty = useFormIsDirty();
  useEffect(() => onChange(dirty), [dirty, onChange]);
  return null;
}
