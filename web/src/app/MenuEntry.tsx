import { ListItem, ListItemButton, ListItemIcon, ListItemText, Tooltip } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useMatch } from "react-router-dom";
import type { Place } from "./places";

interface Props {
  place: Place;
  wide: boolean;
  onChosen?: () => void;
}

/** One entry of the menu: icon and name, or the icon alone with the name as its tooltip. */
export function MenuEntry({ place: { to, label, icon, badge: Badge }, wide, onChosen }: Props) {
  const translate = useTranslate();
  // The first part of the address decides: `/settings/1` belongs to `/settings/1/show`.
  const part = to.split("/")[1] ?? "";
  const here = useMatch({ path: `/${part}`, end: part === "" }) !== null;
  const name = translate(label);
  return (
    <ListItem disablePadding>
      <Tooltip title={wide ? "" : name} placement="right">
        <ListItemButton
          component={Link}
          to={to}
          dense
          selected={here}
          aria-current={here ? "page" : undefined}
          aria-label={wide ? undefined : name}
          onClick={onChosen}
          sx={{ borderRadius: "6px", mx: "6px", px: 1.25, minHeight: 36, color: here ? "text.primary" : "text.secondary" }}
        >
          <ListItemIcon sx={{ minWidth: 36, color: "inherit" }}>{Badge === undefined ? icon : <Badge>{icon}</Badge>}</ListItemIcon>
          {wide ? <ListItemText slotProps={{ primary: { noWrap: true, variant: "body2", sx: { fontWeight: here ? 500 : 400 } } }}>{name}</ListItemText> : null}
        </ListItemButton>
      </Tooltip>
    </ListItem>
  );
}
