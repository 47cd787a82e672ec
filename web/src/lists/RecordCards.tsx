import { List } from "@mui/material";
import { RecordContextProvider, useListContext, type RaRecord } from "react-admin";
import type { Column } from "./columns";
import type { Expansion } from "./expansion";
import { RecordCard } from "./RecordCard";

interface Props<T extends RaRecord> {
  columns: readonly Column<T>[];
  rowLink: ((record: T) => string) | undefined;
  selects: boolean;
  selectable: ((record: T) => boolean) | undefined;
  expansion: Expansion | null;
}

/** The rows of the surrounding list below each other, where there is no room for a table. */
export function RecordCards<T extends RaRecord>({ columns, rowLink, selects, selectable, expansion }: Props<T>) {
  const { data = [], selectedIds, onToggleItem } = useListContext<T>();
  return (
    <List disablePadding sx={{ borderTop: 1, borderColor: "divider" }}>
      {data.map((record) => (
        <RecordContextProvider key={record.id} value={record}>
          <RecordCard<T>
            record={record}
            columns={columns}
            rowLink={rowLink}
            expansion={expansion}
            {...(selects && { selected: selectedIds.includes(record.id), onSelect: () => onToggleItem(record.id), disabled: selectable?.(record) === false })}
          />
        </RecordContextProvider>
      ))}
    </List>
  );
}
