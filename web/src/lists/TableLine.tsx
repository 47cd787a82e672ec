import { Checkbox, TableCell, TableRow } from "@mui/material";
import type { MouseEvent } from "react";
import { useListContext, useTranslate, type RaRecord } from "react-admin";
import { useNavigate } from "react-router-dom";
import { Cell } from "./Cell";
import type { Column } from "./columns";
import { CONTROLS } from "./controls";
import { ExpandButton } from "./ExpandButton";
import type { RowExpansion } from "./expansion";
import { CELL_SOURCE } from "./useQuickFilter";

interface Props<T extends RaRecord> {
  record: T;
  columns: readonly Column<T>[];
  rowLink: ((record: T) => string) | undefined;
  selects: boolean;
  selectable: ((record: T) => boolean) | undefined;
  expansion?: RowExpansion;
}

const BUTTONS = { textAlign: "right", whiteSpace: "nowrap", width: "1%" } as const;

/** One row of a table. A click beside its controls opens its screen. */
export function TableLine<T extends RaRecord>({ record, columns, rowLink, selects, selectable, expansion }: Props<T>) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { selectedIds, onToggleItem } = useListContext<T>();
  const selected = selects && selectedIds.includes(record.id);
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    const target = event.target as Element;
    // What is drawn elsewhere (a dialog) bubbles through here, too; whoever marks a text wants to copy it.
    const elsewhere = !event.currentTarget.contains(target) || target.closest(CONTROLS) !== null || window.getSelection()?.toString() !== "";
    if (rowLink !== undefined && !elsewhere) void navigate(rowLink(record));
  };
  return (
    <TableRow
      hover
      selected={selected}
      onClick={open}
      sx={{
        cursor: rowLink === undefined ? "default" : "pointer",
        "&:focus-within": { boxShadow: "inset 3px 0 0 currentColor", bgcolor: "action.hover" },
        "& td": { fontSize: "0.8125rem" },
        ...(expansion?.expanded && { "& td": { fontSize: "0.8125rem", borderBottom: 0 } }),
      }}
    >
      {expansion === undefined ? null : (
        <TableCell padding="none" sx={{ pl: 0.5 }}>
          <ExpandButton {...expansion} />
        </TableCell>
      )}
      {selects ? (
        <TableCell padding="checkbox">
          <Checkbox
            size="small"
            checked={selected}
            disabled={selectable?.(record) === false}
            onChange={() => onToggleItem(record.id)}
            slotProps={{ input: { "aria-label": translate("ra.action.select_row") } }}
          />
        </TableCell>
      ) : null}
      {columns.map((column) => (
        <TableCell key={column.source} {...{ [CELL_SOURCE]: column.source }} {...(column.actions && { sx: BUTTONS })}>
          <Cell record={record} column={column} rowLink={rowLink} />
        </TableCell>
      ))}
    </TableRow>
  );
}
