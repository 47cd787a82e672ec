import { Box, Button, useMediaQuery, type Theme } from "@mui/material";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { AddFilterMenu } from "./AddFilterMenu";
import { FilterPill } from "./FilterPill";
import { isSet, without, type ListFilter, type TextFilter } from "./filters";
import { SearchInput } from "./SearchInput";
import { UnknownFilterPill } from "./UnknownFilterPill";
import { useListFilters } from "./useListFilters";

interface Props {
  filters: readonly ListFilter[];
  /** At the far end: what concerns the list as a whole. */
  children?: ReactNode;
}

const isSearch = (filter: ListFilter): filter is TextFilter => filter.kind === "text" && filter.search === true;

/** All filters of the surrounding list; those that are set say so and can be taken away one by one. */
export function FilterBar({ filters, children }: Props) {
  const translate = useTranslate();
  const { values, opened, setFilters } = useListFilters();
  const search = filters.find(isSearch);
  // Where there is little room, only what is set is shown; the others are in the menu.
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down("md"));
  const isShown = ({ source, hidden }: ListFilter) => (!hidden && !narrow) || opened[source] === true || isSet(values[source]);
  const pills = filters.filter((filter) => filter !== search);
  const unknown = Object.keys(values).filter((name) => isSet(values[name]) && !filters.some(({ source }) => source === name));
  const remove = (source: string) => setFilters(without(values, source), { ...opened, [source]: false });

  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: 0.75, rowGap: 0.75 }}>
      {search === undefined ? null : <SearchInput key={search.source} filter={search} />}
      {pills.filter(isShown).map((filter) => (
        <FilterPill key={filter.source} filter={filter} onRemove={() => remove(filter.source)} openAtOnce={opened[filter.source] === true && !isSet(values[filter.source])} />
      ))}
      {unknown.map((source) => (
        <UnknownFilterPill key={source} source={source} value={values[source]} onRemove={() => remove(source)} />
      ))}
      <AddFilterMenu filters={pills.filter((filter) => !isShown(filter))} />
      {Object.values(values).some(isSet) ? (
        <Button size="small" color="inherit" onClick={() => setFilters({}, {})} sx={{ color: "text.secondary" }}>
          {translate("filter.clear")}
        </Button>
      ) : null}
      {children === undefined ? null : <Box sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 0.5, ml: "auto" }}>{children}</Box>}
    </Box>
  );
}
