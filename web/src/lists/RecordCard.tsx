import { Box, Checkbox, ListItem, Typography } from "@mui/material";
import { visuallyHidden } from "@mui/utils";
import { useTranslate, type RaRecord } from "react-admin";
import { CardExpansion } from "./CardExpansion";
import { Cell } from "./Cell";
import { valueAt, type Column } from "./columns";
import type { Expansion } from "./expansion";
import { useLabel } from "./useLabel";

interface Props<T extends RaRecord> {
  record: T;
  columns: readonly Column<T>[];
  rowLink: ((record: T) => string) | undefined;
  expansion: Expansion | null;
  /** Missing where rows cannot be selected. */
  onSelect?: () => void;
  selected?: boolean;
  disabled?: boolean;
}

/** One record: what opens it as the heading, below it the other columns with their names. */
export function RecordCard<T extends RaRecord>({ record, columns, rowLink, expansion, onSelect, selected = false, disabled = false }: Props<T>) {
  const translate = useTranslate();
  const labelOf = useLabel();
  const heading = columns.find(({ opens }) => opens) ?? columns[0];
  const others = columns.filter((column) => column !== heading && !column.actions);
  const buttons = columns.find(({ actions }) => actions);
  return (
    <ListItem disableGutters divider alignItems="flex-start" sx={{ pl: 1.5, pr: expansion === null ? 1.5 : 6, py: 1.25, gap: 1, bgcolor: selected ? "action.selected" : "transparent" }}>
      {onSelect === undefined ? null : (
        <Checkbox size="small" checked={selected} disabled={disabled} onChange={onSelect} sx={{ p: 0.25 }} slotProps={{ input: { "aria-label": translate("ra.action.select_row") } }} />
      )}
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        {heading === undefined ? null : (
          <Box sx={{ fontWeight: 500, fontSize: "0.9375rem", overflowWrap: "anywhere" }}>
            <Cell record={record} column={heading} rowLink={rowLink} />
          </Box>
        )}
        <Box component="dl" sx={{ m: 0, mt: 0.5, display: "flex", flexWrap: "wrap", alignItems: "baseline", columnGap: 1.5, rowGap: 0.5 }}>
          {others.filter((column) => isFilled(record, column)).map((column) => (
            <Box key={column.source} sx={{ minWidth: 0, display: "flex", alignItems: "baseline", columnGap: 0.5 }}>
              <Typography component="dt" variant="caption" sx={column.chip ? visuallyHidden : { color: "text.secondary" }}>
                {labelOf(column)}
              </Typography>
              <Box component="dd" sx={{ m: 0, minWidth: 0, fontSize: "0.8125rem", "& svg": { display: "inline-block", verticalAlign: "-0.35em" } }}>
                <Cell record={record} column={column} rowLink={rowLink} />
              </Box>
            </Box>
          ))}
        </Box>
        {buttons === undefined ? null : <Box sx={{ mt: 0.5, ml: -0.5 }}>{buttons.render?.(record)}</Box>}
        {expansion === null ? null : <CardExpansion {...expansion} row={record.id} />}
      </Box>
    </ListItem>
  );
}

/** Without the grid of a table an empty cell would be a name without a value. */
function isFilled<T extends RaRecord>(record: T, { source, auto, render }: Column<T>): boolean {
  const value = valueAt(record, source);
  if (auto || render === undefined) return value !== null && value !== undefined && value !== "" && value !== false;
  const shown = render(record);
  return shown !== null && shown !== undefined && shown !== "";
}
