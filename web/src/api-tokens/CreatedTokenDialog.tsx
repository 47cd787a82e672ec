import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { CopyableText } from "../values/CopyableText";
import { SnippetTabs } from "./SnippetTabs";
import type { Snippet } from "./snippets";

interface Props {
  token: string;
  /** Commands that use the token. */
  snippets: readonly Snippet[];
  onClose: () => void;
}

/** Shows a new token: now or never. Neither Escape nor a click beside it closes the dialog. */
export default function CreatedTokenDialog({ token, snippets, onClose }: Props) {
  const translate = useTranslate();
  return (
    <Dialog open fullWidth maxWidth="md" aria-labelledby="created-token">
      <DialogTitle id="created-token">{translate("token.created_title")}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Alert severity="warning">{translate("token.shown_once")}</Alert>
          <CopyableText text={token} label="token.copy_token" />
          <Typography variant="subtitle2" component="h3">
            {translate("token.snippet")}
          </Typography>
          <SnippetTabs snippets={snippets} />
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
