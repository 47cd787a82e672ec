import { Button, Stack, TextField } from "@mui/material";
import { useState, type FormEvent } from "react";
import { useTranslate } from "react-admin";

interface Props {
  name: string;
  value: unknown;
  onApply: (value: string) => void;
}

/** Asks for the text of a filter. */
export function TextEditor({ name, value, onApply }: Props) {
  const translate = useTranslate();
  const [text, setText] = useState(typeof value === "string" ? value : "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onApply(text.trim());
  };
  return (
    <Stack component="form" direction="row" spacing={1} onSubmit={submit} sx={{ alignItems: "center" }}>
      <TextField size="small" fullWidth autoFocus label={name} value={text} onChange={(event) => setText(event.target.value)} />
      <Button type="submit" variant="contained" size="small">
        {translate("filter.apply")}
      </Button>
    </Stack>
  );
}
