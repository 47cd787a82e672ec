import AccountCircleIcon from "@mui/icons-material/AccountCircle";
import ApiIcon from "@mui/icons-material/Api";
import InfoIcon from "@mui/icons-material/Info";
import LogoutIcon from "@mui/icons-material/Logout";
import PersonIcon from "@mui/icons-material/Person";
import SettingsIcon from "@mui/icons-material/Settings";
import { Button, ListItemIcon, Menu, MenuItem, Typography } from "@mui/material";
import { useState } from "react";
import { useLogout, useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { session, useCurrentUser } from "../session/session";
import { AboutDialog } from "./AboutDialog";

const API_DOCUMENTATION = "/api/oa3/swagger-ui";

/** Everything about the own person, and about the program. */
export function PersonMenu() {
  const translate = useTranslate();
  const logout = useLogout();
  const user = useCurrentUser();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [about, setAbout] = useState(false);
  const close = () => setAnchor(null);

  const leave = () => {
    close();
    session.forgetLocation();
    void logout(undefined, undefined, false);
  };
  const openAbout = () => {
    close();
    setAbout(true);
  };
  return (
    <>
      <Button
        color="inherit"
        startIcon={<AccountCircleIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={translate("menu.person", { name: user?.full_name ?? "" })}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ textTransform: "none", minWidth: 0 }}
      >
        <Typography component="span" sx={{ display: { xs: "none", sm: "inline" } }}>
          {user?.full_name}
        </Typography>
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        <MenuItem component={Link} to={`/users/${user?.id ?? 0}/show`} onClick={close}>
          <ListItemIcon>
            <PersonIcon fontSize="small" />
          </ListItemIcon>
          {translate("menu.profile")}
        </MenuItem>
        <MenuItem component={Link} to="/user_settings" onClick={close}>
          <ListItemIcon>
            <SettingsIcon fontSize="small" />
          </ListItemIcon>
          {translate("menu.my_settings")}
        </MenuItem>
        <MenuItem component="a" href={API_DOCUMENTATION} target="_blank" rel="noopener" onClick={close}>
          <ListItemIcon>
            <ApiIcon fontSize="small" />
          </ListItemIcon>
          {translate("menu.documentation")}
        </MenuItem>
        <MenuItem onClick={openAbout}>
          <ListItemIcon>
            <InfoIcon fontSize="small" />
          </ListItemIcon>
          {translate("menu.about")}
        </MenuItem>
        <MenuItem onClick={leave}>
          <ListItemIcon>
            <LogoutIcon fontSize="small" />
          </ListItemIcon>
          {translate("ra.auth.logout")}
        </MenuItem>
      </Menu>
      {about ? <AboutDialog onClose={() => setAbout(false)} /> : null}
    </>
  );
}
