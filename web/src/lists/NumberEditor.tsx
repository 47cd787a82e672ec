import { Button, Stack, TextField } from "@mui/material";
import { useState, type FormEvent } from "react";
import { useTranslate } from "react-admin";

interface Props {
  name: string;
  value: unknown;
  min: number;
  max: number;
  onApply: (value: number | undefined) => void;
}

/** Asks for the number of a filter. */
export function NumberEditor({ name, value, min, max, onApply }: Props) {
  const translate = useTranslate();
  const [text, setText] = useState(typeof value === "number" || typeof value === "string" ? String(value) : "");
  const number = Number(text);
  const wrong = text !== "" && !(Number.isInteger(number) && number >= min && number <= max);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong) onApply(text === "" ? undefined : number);
  };
  return (
    <Stack component="form" direction="row" spacing={1} onSubmit={submit} sx={{ alignItems: "flex-start" }}>
      <TextField
        size="small"
        fullWidth
        autoFocus
        type="number"
        label={name}
        value={text}
        error={wrong}
        helperText={wrong ? translate("filter.range", { min, max }) : undefined}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { min, max } }}
      />
      <Button type="submit" variant="contained" size="small" disabled={wrong} sx={{ mt: "4px !important" }}>
        {translate("filter.apply")}
      </Button>
    </Stack>
  );
}
