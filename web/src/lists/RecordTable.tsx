import type { ReactNode } from "react";
import { DataTable, useListContext, type RaRecord } from "react-admin";
import { useCurrentUser } from "../session/session";
import { PlaceLink } from "../values/PlaceLink";
import { shownColumns, valueAt, type Column } from "./columns";

interface Props<T extends RaRecord> {
  columns: readonly Column<T>[];
  /** The screen that a click on a row opens; `false`: none. */
  rowLink?: ((record: T) => string) | false;
  bulkActions?: ReactNode;
  /** Rows that the bulk actions are for; by default all. */
  selectable?: (record: T) => boolean;
  expand?: ReactNode;
  /** Name of the table, under which its column settings are kept. */
  stateKey: string;
}

/** The rows of the surrounding list as a table, in the density that the person chose. */
export function RecordTable<T extends RaRecord>({ columns, rowLink = false, bulkActions = false, selectable, expand, stateKey }: Props<T>) {
  const { data = [], sort } = useListContext<T>();
  const user = useCurrentUser();
  return (
    <DataTable<T>
      storeKey={`${stateKey}.table`}
      size={user?.setting_list_size ?? "medium"}
      bulkActionButtons={bulkActions}
      {...(selectable && { isRowSelectable: (record) => selectable(record) })}
      {...(expand !== undefined && { expand, expandSingle: true })}
      rowClick={rowLink === false ? false : (_id, _resource, record) => rowLink(record)}
    >
      {shownColumns(columns, data, sort.field).map((column) => (
        <DataTable.Col<T>
          key={column.source}
          source={column.source}
          {...(column.label !== undefined && { label: column.label })}
          disableSort={column.sortable === false}
          {...(column.minWidth !== undefined && { sx: { minWidth: column.minWidth } })}
          render={(record) => <Cell record={record} column={column} rowLink={rowLink} />}
        />
      ))}
    </DataTable>
  );
}

function Cell<T extends RaRecord>({ record, column, rowLink }: { record: T; column: Column<T>; rowLink: Props<T>["rowLink"] }) {
  const content = column.render === undefined ? (valueAt(record, column.source) as ReactNode) : column.render(record);
  if (!column.opens || !rowLink) return <>{content}</>;
  return <PlaceLink to={rowLink(record)}>{content}</PlaceLink>;
}
