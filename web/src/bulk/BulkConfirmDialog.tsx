import { Alert, Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from "@mui/material";
import { useId, useState } from "react";
import { useNotify, useRefresh, useTranslate } from "react-admin";
import type { BulkDialogProps } from "./bulkAction";
import { BulkProgress } from "./BulkProgress";
import { BulkReportDialog } from "./BulkReportDialog";
import type { BulkResult } from "./runBulk";
import { useBulk } from "./useBulk";

interface Props extends BulkDialogProps {
  /** Keys of the message catalogue; they are told `smart_count`. */
  title: string;
  question: string;
  success: string;
  confirm: string;
  /** What the texts name besides. */
  names?: Record<string, string>;
  danger?: boolean;
  /** Does it. Where the server may leave some out, the answer is how many it has dealt with. */
  call: (ids: number[]) => Promise<unknown>;
  /** How many ids one call takes; by default as many as the server's bulk calls do. */
  size?: number;
  link: (id: number) => string;
}

/** Asks before a bulk action is run, shows how far it is, and what it could not do. */
export function BulkConfirmDialog({ ids, name, onClose, title, question, success, confirm, names = {}, danger = false, call, size, link }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const heading = useId();
  const text = useId();
  const { progress, run, cancel } = useBulk();
  const [report, setReport] = useState<BulkResult | null>(null);
  const [error, setError] = useState<string | null>(null);
  const running = progress !== null;
  const count = { ...names, smart_count: ids.length };

  const confirmed = async () => {
    setError(null);
    let dealtWith = 0;
    const counted = async (part: number[]) => {
      const answer = await call(part);
      dealtWith += typeof answer === "number" ? answer : part.length;
    };
    try {
      const result = await run(ids, counted, size);
      refresh();
      if (result.failures.length > 0) {
        setReport(result);
        return;
      }
      notify(success, { type: "success", messageArgs: { ...names, smart_count: dealtWith } });
      onClose(result.done);
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : String(cause));
    }
  };
  if (report !== null) return <BulkReportDialog title={title} result={report} link={link} name={name} onClose={() => onClose(report.done)} />;
  return (
    <Dialog open role="alertdialog" aria-labelledby={heading} aria-describedby={text} onClose={(_event, reason: string) => reason !== "backdropClick" && !running && onClose([])}>
      <DialogTitle id={heading}>{translate(title, count)}</DialogTitle>
      <DialogContent>
        <DialogContentText id={text}>{translate(question, count)}</DialogContentText>
        {running ? <BulkProgress done={progress} total={ids.length} onCancel={cancel} /> : null}
        {error === null ? null : (
          <Alert severity="warning" sx={{ mt: 2, whiteSpace: "pre-wrap" }}>
            {translate(error, { _: error })}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => onClose([])} disabled={running} color="inherit" autoFocus>
          {translate("ra.action.cancel")}
        </Button>
        <Button onClick={() => void confirmed()} loading={running} variant="contained" color={danger ? "error" : "primary"}>
          {translate(confirm)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
