import AccountTreeIcon from "@mui/icons-material/AccountTree";
import DashboardIcon from "@mui/icons-material/Dashboard";
import GroupIcon from "@mui/icons-material/Group";
import InventoryIcon from "@mui/icons-material/Inventory2";
import SettingsIcon from "@mui/icons-material/Settings";
import VisibilityIcon from "@mui/icons-material/Visibility";
import { Divider } from "@mui/material";
import { Menu } from "react-admin";
import { useCurrentUser } from "../session/session";

/** The side menu. A list's entry opens it with the filters that it had last. */
export function AppMenu() {
  const user = useCurrentUser();
  return (
    <Menu>
      <Menu.Item to="/" primaryText="menu.dashboard" leftIcon={<DashboardIcon />} />
      <Menu.Item to="/product_groups" primaryText="menu.product_groups" leftIcon={<AccountTreeIcon />} />
      <Menu.Item to="/products" primaryText="menu.products" leftIcon={<InventoryIcon />} />
      <Menu.Item to="/observations" primaryText="menu.observations" leftIcon={<VisibilityIcon />} />
      <Divider sx={{ my: 1 }} />
      <Menu.Item to="/access_control/users" primaryText="menu.access_control" leftIcon={<GroupIcon />} />
      {user?.is_superuser ? <Menu.Item to="/settings/1/show" primaryText="menu.settings" leftIcon={<SettingsIcon />} /> : null}
    </Menu>
  );
}
