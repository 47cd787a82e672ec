import ViewSidebarIcon from "@mui/icons-material/ViewSidebar";
import { Button } from "@mui/material";
import { useTranslate } from "react-admin";

/** Opens and closes the pane beside a list. */
export function DetailPaneButton({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const translate = useTranslate();
  return (
    <Button size="small" color={open ? "primary" : "inherit"} variant={open ? "outlined" : "text"} startIcon={<ViewSidebarIcon />} aria-pressed={open} onClick={onToggle}>
      {translate("view.details")}
    </Button>
  );
}
