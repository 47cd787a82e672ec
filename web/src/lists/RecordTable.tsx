import { Table, TableBody, TableContainer } from "@mui/material";
import { RecordContextProvider, useListContext, type RaRecord } from "react-admin";
import { useCurrentUser } from "../session/session";
import type { Column } from "./columns";
import type { Expansion } from "./expansion";
import { TableHeading } from "./TableHeading";
import { TableRecord } from "./TableRecord";

interface Props<T extends RaRecord> {
  columns: readonly Column<T>[];
  rowLink: ((record: T) => string) | undefined;
  /** Whether rows can be selected, and which. */
  selects: boolean;
  selectable: ((record: T) => boolean) | undefined;
  expansion: Expansion | null;
}

/** The rows of the surrounding list as a table, in the density that the person chose. */
export function RecordTable<T extends RaRecord>({ columns, rowLink, selects, selectable, expansion }: Props<T>) {
  const { data = [], isFetching, isPlaceholderData } = useListContext<T>();
  const user = useCurrentUser();
  const width = columns.length + (selects ? 1 : 0) + (expansion === null ? 0 : 1);
  return (
    <TableContainer aria-busy={isFetching} sx={{ opacity: isPlaceholderData ? 0.6 : 1 }}>
      <Table size={user?.setting_list_size ?? "medium"}>
        <TableHeading columns={columns} selects={selects} selectable={selectable} expands={expansion !== null} />
        <TableBody>
          {data.map((record) => (
            <RecordContextProvider key={record.id} value={record}>
              <TableRecord record={record} columns={columns} rowLink={rowLink} selects={selects} selectable={selectable} expansion={expansion} width={width} />
            </RecordContextProvider>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
