import DownloadIcon from "@mui/icons-material/Download";
import { Button, Menu, MenuItem } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useDownload, type Download } from "./useDownload";

/** A button with files to download. */
export function ExportMenu({ downloads }: { downloads: readonly Download[] }) {
  const translate = useTranslate();
  const download = useDownload();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [running, setRunning] = useState(false);
  const choose = async (chosen: Download) => {
    setAnchor(null);
    setRunning(true);
    await download(chosen);
    setRunning(false);
  };
  return (
    <>
      <Button size="small" startIcon={<DownloadIcon />} loading={running} loadingPosition="start" aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        {translate("export.export")}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {downloads.map((entry) => (
          <MenuItem key={entry.label} onClick={() => void choose(entry)}>
            {translate(entry.label)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
