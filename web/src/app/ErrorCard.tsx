import { Alert, Button } from "@mui/material";
import { useTranslate } from "react-admin";

interface Props {
  error: unknown;
  onRetry: () => void;
}

/** Why something could not be loaded, with a button to try again. */
export function ErrorCard({ error, onRetry }: Props) {
  const translate = useTranslate();
  const message = error instanceof Error ? error.message : String(error);
  return (
    <Alert
      severity="warning"
      sx={{ whiteSpace: "pre-wrap" }}
      action={
        <Button color="inherit" size="small" onClick={onRetry}>
          {translate("action.retry")}
        </Button>
      }
    >
      {translate(message, { _: message })}
    </Alert>
  );
}
