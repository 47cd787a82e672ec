import AddIcon from "@mui/icons-material/Add";
import { Button, Menu, MenuItem } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import type { ListFilter } from "./filters";
import { useLabel } from "./useLabel";
import { useListFilters } from "./useListFilters";

/** The filters that are wanted seldom. */
export function AddFilterMenu({ filters }: { filters: readonly ListFilter[] }) {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { values, opened, setFilters } = useListFilters();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (filters.length === 0) return null;

  const add = (source: string) => {
    setAnchor(null);
    setFilters(values, { ...opened, [source]: true });
  };
  return (
    <>
      <Button size="small" startIcon={<AddIcon />} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        {translate("filter.add")}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {filters.map((filter) => (
          <MenuItem key={filter.source} dense onClick={() => add(filter.source)}>
            {labelOf(filter)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
