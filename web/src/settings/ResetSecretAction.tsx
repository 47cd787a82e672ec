import LockResetIcon from "@mui/icons-material/LockReset";
import { useDataProvider } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";

/** Ends the sessions of everybody, the own one too. */
export function ResetSecretAction() {
  const dataProvider = useDataProvider<ApiDataProvider>();
  return (
    <ConfirmedAction
      label="settings.reset_secret"
      title="settings.reset_secret"
      question="settings.reset_secret_question"
      success="settings.secret_reset"
      icon={<LockResetIcon />}
      call={() => dataProvider.call({ method: "POST", path: "/jwt_secret/reset/" })}
    />
  );
}
