import { Alert, Button } from "@mui/material";
import { useTranslate } from "react-admin";

/** The server has another build of the application than the browser. */
export function UpdateNotice() {
  const translate = useTranslate();
  return (
    <Alert
      severity="info"
      variant="filled"
      action={
        <Button color="inherit" size="small" onClick={() => window.location.reload()}>
          {translate("page.reload")}
        </Button>
      }
    >
      {translate("page.new_version")}
    </Alert>
  );
}
