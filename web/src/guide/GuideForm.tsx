import { Alert, Box, Button, Typography } from "@mui/material";
import { useState, type ReactNode } from "react";
import { Form, ResourceContextProvider, useTranslate } from "react-admin";
import type { FieldValues } from "react-hook-form";
import { formErrors } from "../dialogs/formErrors";

interface Props<T> {
  /** Keys of the message catalogue: what the step is for, and its button. */
  text: string;
  button: string;
  resource: string;
  initial?: object;
  save: (values: T) => Promise<unknown>;
  children?: ReactNode;
}

/** One step of the guide: what the server says against it is shown where it was typed. */
export function GuideForm<T>({ text, button, resource, initial = {}, save, children }: Props<T>) {
  const translate = useTranslate();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (values: FieldValues) => {
    setSaving(true);
    setError(null);
    try {
      await save(values as T);
    } catch (cause) {
      const { message, fields } = formErrors(cause);
      setError(message);
      return fields;
    } finally {
      setSaving(false);
    }
    return undefined;
  };
  return (
    <ResourceContextProvider value={resource}>
      <Form record={initial} onSubmit={submit}>
        <Typography variant="body2" sx={{ mb: 1 }}>
          {translate(text)}
        </Typography>
        <Box sx={{ maxWidth: 480 }}>{children}</Box>
        {error === null ? null : (
          <Alert severity="warning" sx={{ my: 1, whiteSpace: "pre-wrap" }}>
            {translate(error, { _: error })}
          </Alert>
        )}
        <Button type="submit" variant="contained" loading={saving} sx={{ mt: 1 }}>
          {translate(button)}
        </Button>
      </Form>
    </ResourceContextProvider>
  );
}
