import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from "@mui/material";
import { useId, useRef, useState } from "react";
import { useDataProvider, useNotify, useTranslate } from "react-admin";
import { useNavigate } from "react-router-dom";
import type { ApiDataProvider } from "../api/dataProvider";
import { licensePolicyLink } from "./licensePolicyLink";

/** Makes a license policy of a file that one was exported to. */
export default function ImportPolicyDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const navigate = useNavigate();
  const heading = useId();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const send = async () => {
    if (file === null) return;
    setRunning(true);
    setError(null);
    try {
      // JSON files are YAML, too.
      const body = new Blob([await file.text()], { type: "application/yaml" });
      const policy = await dataProvider.call<{ id: number }>({ method: "POST", path: "/license_policies/import/", body });
      notify("license_policy.imported", { type: "success" });
      void navigate(licensePolicyLink(policy.id));
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause));
      setRunning(false);
    }
  };
  return (
    <Dialog open onClose={(_event, reason) => reason !== "backdropClick" && !running && onClose()} fullWidth maxWidth="sm" aria-labelledby={heading}>
      <DialogTitle id={heading}>{translate("license_policy.import_title")}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <Typography variant="body2">{translate("license_policy.import_help")}</Typography>
          <Stack direction="row" spacing={2} sx={{ alignItems: "center" }}>
            <Button variant="outlined" size="small" autoFocus onClick={() => input.current?.click()}>
              {translate("license_policy.choose_file")}
            </Button>
            <input ref={input} hidden type="file" accept=".json,.yaml,.yml" aria-label={translate("license_policy.choose_file")} onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
            <Typography variant="body2">{file?.name}</Typography>
          </Stack>
          {error === null ? null : (
            <Alert severity="warning" sx={{ whiteSpace: "pre-wrap" }}>
              {error}
            </Alert>
          )}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose} disabled={running}>
          {translate("ra.action.cancel")}
        </Button>
        <Button variant="contained" onClick={() => void send()} disabled={file === null} loading={running}>
          {translate("license_policy.import")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
