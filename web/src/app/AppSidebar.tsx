import { Box, Drawer, Toolbar } from "@mui/material";
import { useTranslate } from "react-admin";
import { AppMenu } from "./AppMenu";
import { useSidebar } from "./useSidebar";

export const SIDEBAR_WIDTH = 220;
const NARROW_WIDTH = 56;

/** The place of the menu. */
export function AppSidebar() {
  const translate = useTranslate();
  const { floating, open, setOpen } = useSidebar();
  if (floating) {
    return (
      <Drawer open={open} onClose={() => setOpen(false)} slotProps={{ paper: { "aria-label": translate("menu.main") } }} sx={{ "& .MuiDrawer-paper": { width: SIDEBAR_WIDTH + 20, borderRadius: 0 } }}>
        <AppMenu wide onChosen={() => setOpen(false)} />
      </Drawer>
    );
  }
  const width = open ? SIDEBAR_WIDTH : NARROW_WIDTH;
  return (
    <Box sx={{ width, flexShrink: 0, transition: "width 150ms" }}>
      <Box sx={{ position: "fixed", width, height: "100vh", overflowY: "auto", overflowX: "hidden", transition: "width 150ms", borderRight: 1, borderColor: "divider" }}>
        <Toolbar variant="dense" />
        <AppMenu wide={open} />
      </Box>
    </Box>
  );
}
