import SearchIcon from "@mui/icons-material/Search";
import { Box, Button, IconButton, Tooltip } from "@mui/material";
import { lazy, Suspense, useState } from "react";
import { useTranslate } from "react-admin";
import { Keys } from "../shortcuts/Keys";
import { useShortcuts } from "../shortcuts/useShortcuts";

const SearchPalette = lazy(() => import("./SearchPalette"));

/** Opens the search over everything, also with the keyboard. */
export function SearchButton() {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const show = () => setOpen(true);
  useShortcuts([{ keys: ["mod+k", "/"], label: "shortcut.search", group: "shortcut.everywhere", run: show }]);
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        size="small"
        onClick={show}
        startIcon={<SearchIcon />}
        sx={{ display: { xs: "none", md: "inline-flex" }, width: "22em", justifyContent: "flex-start", borderColor: "divider", color: "text.secondary", fontWeight: 400 }}
      >
        <Box component="span" sx={{ flexGrow: 1, textAlign: "left" }}>
          {translate("search.placeholder")}
        </Box>
        <Box component="span" aria-hidden sx={{ mr: -0.5, whiteSpace: "nowrap" }}>
          <Keys keys="mod+k" />
        </Box>
      </Button>
      <Tooltip title={translate("search.title")}>
        <IconButton color="inherit" onClick={show} aria-label={translate("search.title")} sx={{ display: { md: "none" } }}>
          <SearchIcon />
        </IconButton>
      </Tooltip>
      {open ? (
        <Suspense>
          <SearchPalette onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
