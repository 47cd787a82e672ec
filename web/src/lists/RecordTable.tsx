import { Box } from "@mui/material";
import type { ReactNode } from "react";
import { DataTable, type RaRecord } from "react-admin";
import { useCurrentUser } from "../session/session";
import { Cell } from "./Cell";
import type { Column } from "./columns";

interface Props<T extends RaRecord> {
  columns: readonly Column<T>[];
  rowLink: ((record: T) => string) | undefined;
  /** Whether rows can be selected, and which. */
  selects: boolean;
  selectable: ((record: T) => boolean) | undefined;
  expand: ReactNode;
  stateKey: string;
}

/** The rows of the surrounding list as a table, in the density that the person chose. */
export function RecordTable<T extends RaRecord>({ columns, rowLink, selects, selectable, expand, stateKey }: Props<T>) {
  const user = useCurrentUser();
  return (
    <DataTable<T>
      storeKey={`${stateKey}.table`}
      size={user?.setting_list_size ?? "medium"}
      bulkActionButtons={selects ? <></> : false}
      // The list has a bar of its own for them.
      bulkActionsToolbar={<></>}
      {...(selectable && { isRowSelectable: (record) => selectable(record) })}
      {...(expand !== undefined && { expand: <Box sx={{ px: 1, py: 1 }}>{expand}</Box>, expandSingle: true })}
      rowClick={rowLink === undefined ? false : (_id, _resource, record) => rowLink(record)}
      sx={{
        "& .RaDataTable-tableWrapper": { overflowX: "auto" },
        "& .RaDataTable-row:focus-within": { backgroundColor: "action.hover", boxShadow: "inset 3px 0 0 currentColor" },
        "& td.MuiTableCell-body": { fontSize: "0.8125rem" },
        "& .RaDataTable-expandIconCell": { width: 32 },
      }}
    >
      {columns.map((column) => (
        <DataTable.Col<T>
          key={column.source}
          source={column.source}
          label={column.actions ? <></> : undefined}
          {...(column.label !== undefined && !column.actions && { label: column.label })}
          disableSort={column.sortable === false || column.actions === true}
          sx={{ minWidth: column.minWidth, ...(column.actions && { textAlign: "right", whiteSpace: "nowrap", width: "1%" }) }}
          render={(record) => <Cell record={record} column={column} rowLink={rowLink} />}
        />
      ))}
    </DataTable>
  );
}
