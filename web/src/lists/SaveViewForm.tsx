import { Button, Stack, TextField } from "@mui/material";
import { useState, type FormEvent } from "react";
import { useTranslate } from "react-admin";

const LONGEST = 60;

/** Asks for the name of a view. */
export function SaveViewForm({ autoFocus, onSave }: { autoFocus: boolean; onSave: (name: string) => void }) {
  const translate = useTranslate();
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "") onSave(name.trim());
  };
  return (
    <Stack component="form" direction="row" spacing={1} onSubmit={submit} sx={{ alignItems: "center" }}>
      <TextField size="small" fullWidth autoFocus={autoFocus} label={translate("view.name")} value={name} onChange={(event) => setName(event.target.value)} slotProps={{ htmlInput: { maxLength: LONGEST } }} />
      <Button type="submit" variant="contained" size="small" disabled={name.trim() === ""} sx={{ whiteSpace: "nowrap" }}>
        {translate("view.save")}
      </Button>
    </Stack>
  );
}
