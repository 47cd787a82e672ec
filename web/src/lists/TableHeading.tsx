import { Box, Checkbox, TableCell, TableHead, TableRow, TableSortLabel } from "@mui/material";
import { visuallyHidden } from "@mui/utils";
import { useListContext, useTranslate, type RaRecord } from "react-admin";
import type { Column } from "./columns";
import { useLabel } from "./useLabel";

interface Props<T extends RaRecord> {
  columns: readonly Column<T>[];
  selects: boolean;
  selectable: ((record: T) => boolean) | undefined;
  expands: boolean;
}

/** The names of the columns; those that the API can sort by are buttons. */
export function TableHeading<T extends RaRecord>({ columns, selects, selectable, expands }: Props<T>) {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { data = [], sort, setSort, selectedIds, onSelect } = useListContext<T>();
  const offered = data.filter((record) => selectable?.(record) !== false).map(({ id }) => id);
  const chosen = offered.filter((id) => selectedIds.includes(id));
  const all = offered.length > 0 && chosen.length === offered.length;
  const togglePage = () => onSelect(all ? selectedIds.filter((id) => !offered.includes(id)) : [...new Set([...selectedIds, ...offered])]);
  const sortBy = (field: string) => setSort({ field, order: sort.field === field && sort.order === "ASC" ? "DESC" : "ASC" });
  return (
    <TableHead>
      <TableRow>
        {expands ? <NamelessHeading name="action.expand" /> : null}
        {selects ? (
          <TableCell padding="checkbox">
            <Checkbox
              size="small"
              checked={all}
              indeterminate={chosen.length > 0 && !all}
              disabled={offered.length === 0}
              onChange={togglePage}
              slotProps={{ input: { "aria-label": translate("ra.action.select_all") } }}
            />
          </TableCell>
        ) : null}
        {columns.map((column) => {
          const { source, sortable = true, actions = false, minWidth } = column;
          const sorted = sort.field === source;
          const direction = sort.order === "DESC" ? "desc" : "asc";
          if (actions) return <NamelessHeading key={source} name="action.actions" />;
          return (
            <TableCell key={source} sortDirection={sorted ? direction : false} sx={{ minWidth }}>
              {sortable ? (
                <TableSortLabel active={sorted} direction={sorted ? direction : "asc"} onClick={() => sortBy(source)}>
                  {labelOf(column)}
                </TableSortLabel>
              ) : (
                labelOf(column)
              )}
            </TableCell>
          );
        })}
      </TableRow>
    </TableHead>
  );
}

/** The heading of a column of buttons: only read aloud. */
function NamelessHeading({ name }: { name: string }) {
  const translate = useTranslate();
  return (
    <TableCell padding="none" sx={{ width: 36 }}>
      <Box component="span" sx={visuallyHidden}>
        {translate(name)}
      </Box>
    </TableCell>
  );
}
