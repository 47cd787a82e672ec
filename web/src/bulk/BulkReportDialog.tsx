import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from "@mui/material";
import { useId, type ComponentProps } from "react";
import { useTranslate } from "react-admin";
import { BulkReport } from "./BulkReport";

interface Props extends ComponentProps<typeof BulkReport> {
  title: string;
  onClose: () => void;
}

/** The report of a bulk action that could not do everything. */
export function BulkReportDialog({ title, onClose, ...report }: Props) {
  const translate = useTranslate();
  const heading = useId();
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={heading}>
      <DialogTitle id={heading}>{translate(title)}</DialogTitle>
      <DialogContent>
        <BulkReport {...report} />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus onClick={onClose}>
          {translate("ra.action.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
