import { Button, SnackbarContent } from "@mui/material";
import { useState } from "react";
import { useCloseNotification, useDataProvider, useNotify, useRefresh, useTranslate } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Observation } from "../api/types";
import { undoAssessment } from "./undoAssessment";

/** Tells that an observation was assessed, and takes it back on demand. */
export function AssessedMessage({ before }: { before: Observation }) {
  const translate = useTranslate();
  const dataProvider = useDataProvider<ApiDataProvider>();
  const notify = useNotify();
  const refresh = useRefresh();
  const close = useCloseNotification();
  const [undoing, setUndoing] = useState(false);

  const undo = async () => {
    setUndoing(true);
    try {
      await undoAssessment(dataProvider, before);
      notify("observation.assessment_undone", { type: "success" });
    } catch (cause) {
      notify(cause instanceof Error ? cause.message : String(cause), { type: "warning" });
    }
    close();
    refresh();
  };
  return (
    <SnackbarContent
      role="status"
      message={translate("observation.updated")}
      sx={{ backgroundColor: "success.main", color: "success.contrastText" }}
      action={
        <Button color="inherit" size="small" disabled={undoing} onClick={() => void undo()}>
          {translate("ra.action.undo")}
        </Button>
      }
    />
  );
}
