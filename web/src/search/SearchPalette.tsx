import SearchIcon from "@mui/icons-material/Search";
import { Alert, Box, Dialog, DialogTitle, InputBase, LinearProgress, Typography } from "@mui/material";
import { visuallyHidden } from "@mui/utils";
import { useDeferredValue, useId, useState, type KeyboardEvent } from "react";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router-dom";
import { sectionsFor } from "../app/places";
import { useViewer } from "../session/useViewer";
import { HitList } from "./HitList";
import type { Hit } from "./sources";
import { useDebounced } from "./useDebounced";
import { useSearch, type Group } from "./useSearch";

const WAIT_MS = 200;

/** Finds screens, products, groups, observations and components, and goes there. */
export default function SearchPalette({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const heading = useId();
  const list = useId();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const typed = text.trim();
  const { groups, searching, error } = useSearch(useDebounced(typed, WAIT_MS));
  const shown = useDeferredValue([...useScreens(typed), ...groups]);
  const hits = shown.flatMap(hitsOf);
  const current = Math.min(chosen, hits.length - 1);

  const open = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    onClose();
    void navigate(hit.to);
  };
  const pressed = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setChosen((current + step + hits.length) % hits.length);
    }
    if (event.key === "Enter") open(hits[current]);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={heading} sx={{ "& .MuiDialog-container": { alignItems: "flex-start" } }}>
      <DialogTitle id={heading} sx={visuallyHidden}>
        {translate("search.title")}
      </DialogTitle>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1.5, px: 2, py: 1, borderBottom: 1, borderColor: "divider" }}>
        <SearchIcon aria-hidden />
        <InputBase
          autoFocus
          fullWidth
          value={text}
          placeholder={translate("search.placeholder")}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
          }}
          onKeyDown={pressed}
          slotProps={{
            input: {
              role: "combobox",
              "aria-label": translate("search.title"),
              "aria-expanded": hits.length > 0,
              "aria-controls": list,
              "aria-activedescendant": hits[current] === undefined ? undefined : `${list}-${hits[current].key}`,
            },
          }}
        />
      </Box>
      {searching ? <LinearProgress aria-label={translate("page.loading")} /> : <Box sx={{ height: 4 }} />}
      <Box sx={{ minHeight: "12em", maxHeight: "60vh", overflowY: "auto", pb: 1 }}>
        <HitList id={list} groups={shown} current={hits[current]?.key} onOpen={open} />
        {error !== null ? <Alert severity="warning">{translate(error.message, { _: error.message })}</Alert> : null}
        {hits.length === 0 && !searching ? (
          <Typography role="status" sx={{ p: 3, textAlign: "center", color: "text.secondary" }}>
            {translate(typed === "" ? "search.hint" : "search.nothing")}
          </Typography>
        ) : null}
      </Box>
    </Dialog>
  );
}

/** The hits of a group; the last one may lead to the list with the rest. */
function hitsOf(group: Group): Hit[] {
  return group.all === undefined ? group.hits : [...group.hits, { key: `all-${group.label}`, text: "", to: group.all }];
}

/** The menu's entries with the text in their name. */
function useScreens(text: string): Group[] {
  const translate = useTranslate();
  const viewer = useViewer();
  const places = sectionsFor(viewer)
    .flatMap((section) => section.places)
    .map(({ to, label }) => ({ key: to.replaceAll("/", "-"), text: translate(label), to }))
    .filter((place) => place.text.toLowerCase().includes(text.toLowerCase()));
  return places.length === 0 ? [] : [{ label: "search.screens", hits: places, total: places.length }];
}
