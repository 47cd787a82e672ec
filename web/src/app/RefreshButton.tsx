import RefreshIcon from "@mui/icons-material/Refresh";
import { CircularProgress, IconButton, Tooltip } from "@mui/material";
import { useIsFetching, useIsMutating } from "@tanstack/react-query";
import { useRefresh, useTranslate } from "react-admin";

/** Fetches anew what is on the screen; turns while requests are on their way. */
export function RefreshButton() {
  const translate = useTranslate();
  const refresh = useRefresh();
  const fetching = useIsFetching();
  const mutating = useIsMutating();
  const name = translate("ra.action.refresh");
  return (
    <Tooltip title={name}>
      <IconButton color="inherit" aria-label={name} onClick={() => refresh()} sx={{ width: 40, height: 40 }}>
        {fetching + mutating > 0 ? <CircularProgress color="inherit" size={18} thickness={5} aria-hidden /> : <RefreshIcon />}
      </IconButton>
    </Tooltip>
  );
}
