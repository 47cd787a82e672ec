import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useDataProvider, useTranslate } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Version } from "../api/types";

export function AboutDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const dataProvider = useDataProvider<ApiDataProvider>();
  const version = useQuery({
    queryKey: ["version"],
    queryFn: () => dataProvider.call<Version>({ path: "/status/version/" }),
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby="about-title">
      <DialogTitle id="about-title">{translate("about.title")}</DialogTitle>
      <DialogContent>
        <Typography gutterBottom>{translate("about.purpose")}</Typography>
        <Typography>{translate("about.version", { version: version.data?.version ?? (version.isError ? "?" : "…") })}</Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} variant="contained" autoFocus>
          {translate("about.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
