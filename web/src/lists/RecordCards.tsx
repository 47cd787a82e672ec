import { List } from "@mui/material";
import { useListContext, type RaRecord } from "react-admin";
import type { Column } from "./columns";
import { RecordCard } from "./RecordCard";

interface Props<T extends RaRecord> {
  columns: readonly Column<T>[];
  rowLink: ((record: T) => string) | undefined;
  selects: boolean;
  selectable: ((record: T) => boolean) | undefined;
}

/** The rows of the surrounding list below each other, where there is no room for a table. */
export function RecordCards<T extends RaRecord>({ columns, rowLink, selects, selectable }: Props<T>) {
  const { data = [], selectedIds, onToggleItem } = useListContext<T>();
  return (
    <List disablePadding sx={{ borderTop: 1, borderColor: "divider" }}>
      {data.map((record) => (
        <RecordCard<T>
          key={record.id}
          record={record}
          columns={columns}
          rowLink={rowLink}
          {...(selects && { selected: selectedIds.includes(record.id), onSelect: () => onToggleItem(record.id), disabled: selectable?.(record) === false })}
        />
      ))}
    </List>
  );
}
