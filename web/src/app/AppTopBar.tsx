import MenuIcon from "@mui/icons-material/Menu";
import { AppBar, Box, IconButton, Link, Toolbar, Tooltip, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link as RouterLink } from "react-router-dom";
import { SearchButton } from "../search/SearchButton";
import { PersonMenu } from "./PersonMenu";
import { RefreshButton } from "./RefreshButton";
import { ThemeButton } from "./ThemeButton";
import { useSidebar } from "./useSidebar";

/** The bar at the top of all screens. */
export function AppTopBar() {
  const translate = useTranslate();
  const { open, setOpen } = useSidebar();
  const toggle = translate(open ? "ra.action.close_menu" : "ra.action.open_menu");
  return (
    <AppBar position="fixed" color="inherit" sx={{ zIndex: (theme) => theme.zIndex.drawer + 1 }}>
      <Toolbar variant="dense" disableGutters sx={{ px: 1, gap: 0.5 }}>
        <Tooltip title={toggle}>
          <IconButton color="inherit" aria-label={toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
            <MenuIcon />
          </IconButton>
        </Tooltip>
        <Link component={RouterLink} to="/" underline="none" color="inherit" sx={{ display: "flex", alignItems: "center", gap: 1, ml: 0.5 }}>
          <Box component="img" src="/favicon.svg" alt="" sx={{ width: 26, height: 26 }} />
          <Typography component="span" sx={{ fontWeight: 500, fontSize: "1.05rem" }}>
            SecObserve
          </Typography>
        </Link>
        <Box sx={{ flexGrow: 1, display: "flex", justifyContent: { xs: "flex-end", md: "center" } }}>
          <SearchButton />
        </Box>
        <ThemeButton />
        <RefreshButton />
        <PersonMenu />
      </Toolbar>
    </AppBar>
  );
}
