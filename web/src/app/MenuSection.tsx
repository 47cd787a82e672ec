import ExpandLess from "@mui/icons-material/ExpandLess";
import ExpandMore from "@mui/icons-material/ExpandMore";
import { Collapse, Divider, List, ListItemButton, ListItemText } from "@mui/material";
import type { ReactNode } from "react";
import { useStore, useTranslate } from "react-admin";

interface Props {
  /** Key of the message catalogue. */
  label: string;
  wide: boolean;
  children: ReactNode;
}

/** Entries below a heading that hides them. A narrow menu has no room for headings: all are shown. */
export function MenuSection({ label, wide, children }: Props) {
  const translate = useTranslate();
  const [open, setOpen] = useStore(`menu.${label}`, true);
  const name = translate(label);
  return (
    <>
      <Divider sx={{ my: 1 }} />
      {wide ? (
        <ListItemButton component="button" dense aria-expanded={open} onClick={() => setOpen(!open)} sx={{ width: "calc(100% - 12px)", borderRadius: "6px", mx: "6px", color: "text.secondary" }}>
          <ListItemText slotProps={{ primary: { variant: "caption" } }}>{name}</ListItemText>
          {open ? <ExpandLess fontSize="small" /> : <ExpandMore fontSize="small" />}
        </ListItemButton>
      ) : null}
      <Collapse in={open || !wide}>
        <List disablePadding aria-label={name}>
          {children}
        </List>
      </Collapse>
    </>
  );
}
