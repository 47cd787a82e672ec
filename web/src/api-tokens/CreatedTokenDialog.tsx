import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { CopyButton } from "../values/CopyButton";

interface Props {
  token: string;
  /** A command that uses the token. */
  snippet: string;
  onClose: () => void;
}

/** Shows a new token: now or never. */
export function CreatedTokenDialog({ token, snippet, onClose }: Props) {
  const translate = useTranslate();
  return (
    <Dialog open fullWidth maxWidth="md" aria-labelledby="created-token">
      <DialogTitle id="created-token">{translate("token.created_title")}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Alert severity="warning">{translate("token.shown_once")}</Alert>
          <Copyable text={token} label="token.copy_token" />
          <Typography variant="subtitle2">{translate("token.snippet")}</Typography>
          <Copyable text={snippet} label="token.copy_snippet" />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} variant="contained" autoFocus>
          {translate("token.done")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Copyable({ text, label }: { text: string; label: string }) {
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: "flex-start" }}>
      <Box component="pre" sx={{ m: 0, p: 1.5, flexGrow: 1, minWidth: 0, borderRadius: 1, bgcolor: "action.hover", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {text}
      </Box>
      <CopyButton text={text} label={label} />
    </Stack>
  );
}
