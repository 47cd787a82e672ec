import type { ReactNode } from "react";
import { DataTable, useListContext, type RaRecord } from "react-admin";
import { useCurrentUser } from "../session/session";
import { shownColumns, type Column } from "./columns";

interface Props<T extends RaRecord> {
  columns: readonly Column<T>[];
  /** The screen that a click on a row opens; `false`: none. */
  rowLink?: ((record: T) => string) | false;
  bulkActions?: ReactNode;
  expand?: ReactNode;
  /** Name of the table, under which its column settings are kept. */
  stateKey: string;
}

/** The rows of the surrounding list as a table, in the density that the person chose. */
export function RecordTable<T extends RaRecord>({ columns, rowLink = false, bulkActions = false, expand, stateKey }: Props<T>) {
  const { data = [], sort } = useListContext<T>();
  const user = useCurrentUser();
  return (
    <DataTable<T>
      storeKey={`${stateKey}.table`}
      size={user?.setting_list_size ?? "medium"}
      bulkActionButtons={bulkActions}
      expand={expand}
      expandSingle
      rowClick={rowLink === false ? false : (_id, _resource, record) => rowLink(record as T)}
    >
      {shownColumns(columns, data, sort.field).map(({ source, label, sortable = true, render }) => (
        <DataTable.Col<T>
          key={source}
          source={source}
          {...(label !== undefined && { label })}
          disableSort={!sortable}
          {...(render !== undefined && { render })}
        />
      ))}
    </DataTable>
  );
}
