import BookmarksIcon from "@mui/icons-material/BookmarksOutlined";
import DeleteIcon from "@mui/icons-material/DeleteOutlined";
import LinkIcon from "@mui/icons-material/Link";
import StarIcon from "@mui/icons-material/Star";
import StarBorderIcon from "@mui/icons-material/StarBorder";
import { Button, Divider, IconButton, Link, List, ListItem, Popover, Tooltip, Typography } from "@mui/material";
import { useState, type ReactElement } from "react";
import { useListContext, useNotify, useTranslate } from "react-admin";
import { Link as RouterLink, useLocation } from "react-router-dom";
import { useListFilters } from "./useListFilters";
import { useCopy } from "../values/useCopy";
import { SaveViewForm } from "./SaveViewForm";
import { useSavedViews, viewQuery, withDefault, withView, type SavedView } from "./savedViews";

/** Filters and order of the surrounding list under names: to come back to, to start with, to send to somebody. */
export function SavedViewsMenu({ stateKey }: { stateKey: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const copy = useCopy();
  const { pathname } = useLocation();
  const { sort } = useListContext();
  const { values } = useListFilters();
  const [views, setViews] = useSavedViews(stateKey);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);

  const save = (name: string) => {
    setViews(withView(views, { name, filter: values, sort: sort.field, order: sort.order }));
    notify("view.saved", { type: "success", messageArgs: { name } });
    close();
  };
  const address = (view: SavedView) => pathname + viewQuery(view);
  return (
    <>
      <Button size="small" color="inherit" startIcon={<BookmarksIcon />} aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        {translate("view.views")}
      </Button>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{ paper: { role: "dialog", "aria-label": translate("view.views"), sx: { width: "24em", maxWidth: "92vw", p: 2 } } }}
      >
        {views.length === 0 ? (
          <Typography variant="body2" sx={{ color: "text.secondary", mb: 2 }}>
            {translate("view.none")}
          </Typography>
        ) : (
          <List dense disablePadding sx={{ mb: 1 }}>
            {views.map((view) => (
              <ListItem key={view.name} disableGutters sx={{ gap: 0.5 }}>
                <Link component={RouterLink} to={address(view)} onClick={close} variant="body2" sx={{ flexGrow: 1, overflowWrap: "anywhere" }}>
                  {view.name}
                </Link>
                <Action
                  label={translate(view.isDefault ? "view.no_default" : "view.default", { name: view.name })}
                  icon={view.isDefault ? <StarIcon fontSize="small" /> : <StarBorderIcon fontSize="small" />}
                  onClick={() => setViews(withDefault(views, view.name))}
                />
                <Action
                  label={translate("view.copy_link", { name: view.name })}
                  icon={<LinkIcon fontSize="small" />}
                  onClick={() => void copy(`${window.location.origin}${window.location.pathname}#${address(view)}`)}
                />
                <Action
                  label={translate("view.delete", { name: view.name })}
                  icon={<DeleteIcon fontSize="small" />}
                  onClick={() => setViews(views.filter(({ name }) => name !== view.name))}
                />
              </ListItem>
            ))}
          </List>
        )}
        <Divider sx={{ mb: 2 }} />
        <SaveViewForm autoFocus={views.length === 0} onSave={save} />
      </Popover>
    </>
  );
}

function Action({ label, icon, onClick }: { label: string; icon: ReactElement; onClick: () => void }) {
  return (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} onClick={onClick}>
        {icon}
      </IconButton>
    </Tooltip>
  );
}
