import ExpandLess from "@mui/icons-material/ExpandLess";
import ExpandMore from "@mui/icons-material/ExpandMore";
import { Box, Collapse, Divider, List, ListItem, ListItemButton, ListItemText } from "@mui/material";
import { useSidebarState, useStore, useTranslate } from "react-admin";
import { useViewer } from "../session/useViewer";
import { MenuEntry } from "./MenuEntry";
import { sectionsFor, type Place, type Section } from "./places";

/** The side menu. A list's entry opens it with the filters that it had last. */
export function AppMenu() {
  const translate = useTranslate();
  const viewer = useViewer();
  const [wide] = useSidebarState();
  return (
    <Box component="nav" aria-label={translate("menu.main")} sx={{ py: 1, width: wide ? 220 : 55, overflow: "hidden" }}>
      {sectionsFor(viewer).map((section, index) =>
        section.label === undefined ? <Entries key={index} places={section.places} /> : <ClosableSection key={section.label} section={section} label={section.label} />,
      )}
    </Box>
  );
}

function Entries({ places, label }: { places: readonly Place[]; label?: string }) {
  return (
    <List disablePadding aria-label={label}>
      {places.map((place) => (
        <MenuEntry key={place.to} place={place} />
      ))}
    </List>
  );
}

/** Entries below a heading that hides them. A narrow menu has no room for headings: all are shown. */
function ClosableSection({ section, label }: { section: Section; label: string }) {
  const translate = useTranslate();
  const [wide] = useSidebarState();
  const [open, setOpen] = useStore(`menu.${label}`, true);
  const name = translate(label);
  return (
    <>
      <Divider sx={{ my: 1 }} />
      {wide ? (
        <List disablePadding>
          <ListItem disablePadding>
            <ListItemButton dense aria-expanded={open} onClick={() => setOpen(!open)} sx={{ borderRadius: "6px", mx: "6px", color: "text.secondary" }}>
              <ListItemText slotProps={{ primary: { variant: "caption" } }}>{name}</ListItemText>
              {open ? <ExpandLess fontSize="small" /> : <ExpandMore fontSize="small" />}
            </ListItemButton>
          </ListItem>
        </List>
      ) : null}
      <Collapse in={open || !wide}>
        <Entries places={section.places} label={name} />
      </Collapse>
    </>
  );
}
