import ClearIcon from "@mui/icons-material/Clear";
import SearchIcon from "@mui/icons-material/Search";
import { IconButton, InputAdornment, TextField } from "@mui/material";
import { useEffect, useRef, useState } from "react";
import { useTranslate } from "react-admin";
import { useShortcuts } from "../shortcuts/useShortcuts";
import { changed, type TextFilter } from "./filters";
import { useLabel } from "./useLabel";
import { useListFilters } from "./useListFilters";

const WAIT_MS = 500;

/** The text that a list is searched for most often, always at hand. */
export function SearchInput({ filter: { source, label } }: { filter: TextFilter }) {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { values, setFilters } = useListFilters();
  const current = typeof values[source] === "string" ? values[source] : "";
  const [text, setText] = useState(current);
  const [known, setKnown] = useState(current);
  const input = useRef<HTMLInputElement>(null);
  useShortcuts([{ keys: ["/"], label: "shortcut.search_list", group: "shortcut.list", run: () => input.current?.focus() }]);

  // A change from elsewhere (a link, a saved view, "Clear") wins over what is typed.
  if (known !== current) {
    setKnown(current);
    setText(current);
  }
  useEffect(() => {
    if (text === current) return;
    const timer = setTimeout(() => {
      setKnown(text.trim());
      setFilters(changed(values, source, text.trim()));
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, current, values, source, setFilters]);

  return (
    <TextField
      size="small"
      value={text}
      placeholder={labelOf({ source, ...(label !== undefined && { label }) })}
      onChange={(event) => setText(event.target.value)}
      inputRef={input}
      sx={{ width: { xs: "100%", sm: "15em" }, "& .MuiInputBase-root": { height: 32, fontSize: "0.875rem", pr: 0.5 } }}
      slotProps={{
        htmlInput: { "aria-label": labelOf({ source, ...(label !== undefined && { label }) }) },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
          endAdornment:
            text === "" ? null : (
              <IconButton size="small" aria-label={translate("filter.empty_search")} onClick={() => setText("")}>
                <ClearIcon fontSize="inherit" />
              </IconButton>
            ),
        },
      }}
    />
  );
}
