import { Alert, AlertTitle, Button } from "@mui/material";
import { useTranslate } from "react-admin";
import type { FallbackProps } from "react-error-boundary";

// What browsers say when a part of the application is no longer there: the server was updated since the page was loaded.
const GONE = /dynamically imported module|module script failed|Unable to preload/i;

/** What stands in place of a screen that failed while it was drawn. */
export function CrashCard({ error }: FallbackProps) {
  const translate = useTranslate();
  const message = error instanceof Error ? error.message : String(error);
  const outdated = GONE.test(message);
  return (
    <Alert
      severity="warning"
      action={
        <Button color="inherit" size="small" onClick={() => window.location.reload()}>
          {translate("page.reload")}
        </Button>
      }
    >
      <AlertTitle>{translate(outdated ? "page.outdated" : "page.crashed")}</AlertTitle>
      {outdated ? null : message}
    </Alert>
  );
}
