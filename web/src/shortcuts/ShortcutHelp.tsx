import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, Stack, Switch, Typography } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Keys } from "./Keys";
import { shortcuts, type Shortcut } from "./registry";

const GROUPS = ["shortcut.record", "shortcut.list", "shortcut.everywhere"] as const;

/** The keyboard commands that work on this screen. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  // The commands at the moment of opening: behind the dialog none of them works.
  const [all] = useState(shortcuts.all);
  const [off, setOff] = useState(shortcuts.lettersAreOff);
  return (
    <Dialog open onClose={onClose} maxWidth="md" aria-labelledby="shortcut-title">
      <DialogTitle id="shortcut-title">{translate("shortcut.title")}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: "grid", gap: 4, gridTemplateColumns: { sm: "repeat(auto-fit, minmax(16em, 1fr))" } }}>
          {GROUPS.map((group) => (
            <Group key={group} name={translate(group)} list={all.filter((shortcut) => shortcut.group === group)} />
          ))}
        </Box>
        <FormControlLabel
          sx={{ mt: 2 }}
          control={
            <Switch
              checked={!off}
              onChange={(_event, on) => {
                shortcuts.switchLetters(!on);
                setOff(!on);
              }}
            />
          }
          label={translate("shortcut.letters")}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} variant="contained" autoFocus>
          {translate("ra.action.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Group({ name, list }: { name: string; list: readonly Shortcut[] }) {
  const translate = useTranslate();
  if (list.length === 0) return null;
  return (
    <Box component="section">
      <Typography variant="subtitle2" component="h3" gutterBottom>
        {name}
      </Typography>
      <Stack component="dl" spacing={1} sx={{ m: 0 }}>
        {list.map(({ keys, label }) => (
          <Stack key={label} direction="row" spacing={2} sx={{ alignItems: "baseline" }}>
            <Box component="dt" sx={{ minWidth: "6.5em" }}>
              {keys.map((key) => (
                <Keys key={key} keys={key} />
              ))}
            </Box>
            <Typography component="dd" variant="body2" sx={{ m: 0 }}>
              {translate(label)}
            </Typography>
          </Stack>
        ))}
      </Stack>
    </Box>
  );
}
