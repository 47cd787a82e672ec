import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useDataProvider, useTranslate } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import type { Version } from "../api/types";
import { Labelled } from "../values/Labelled";
import { UI_VERSION } from "./version";

/** What the program is for, in which versions it runs, and what it is made of. */
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
        <Stack spacing={1.5} sx={{ mt: 2 }}>
          <Labelled label="about.server_version">{version.data?.version ?? (version.isError ? "?" : "…")}</Labelled>
          <Labelled label="about.ui_version">{UI_VERSION}</Labelled>
          <Labelled label="about.api">{translate("about.api_compatible")}</Labelled>
          <Labelled label="about.third_party">{translate("about.third_party_list")}</Labelled>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} variant="contained" autoFocus>
          {translate("about.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
