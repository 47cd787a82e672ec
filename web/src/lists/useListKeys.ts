import { useListContext, type RaRecord } from "react-admin";
import type { BulkAction } from "../bulk/bulkAction";
import type { Shortcut } from "../shortcuts/registry";
import { useShortcuts } from "../shortcuts/useShortcuts";
import type { RowFocus } from "./rowFocus";

interface Options<T extends RaRecord> {
  rows: RowFocus;
  bulkActions: readonly BulkAction[];
  selectable: ((record: T) => boolean) | undefined;
  onOpen: (action: BulkAction, ids: readonly number[]) => void;
  onEdit: ((record: T) => void) | undefined;
  /** Lists whose rows neither open nor can be selected have nothing for the keyboard. */
  hasRows: boolean;
}

/** The keyboard in a list: the focus goes from row to row, and what is done is done with the row that has it. */
export function useListKeys<T extends RaRecord>({ rows, bulkActions, selectable, onOpen, onEdit, hasRows }: Options<T>): void {
  const { data = [], selectedIds, onToggleItem, page, perPage, total = 0, setPage } = useListContext<T>();
  const current = (): T | undefined => {
    const id = rows.current();
    return data.find((record) => String(record.id) === id);
  };
  const withSelectable = (run: (record: T) => void) => {
    const record = current();
    if (record !== undefined && selectable?.(record) !== false) run(record);
  };
  const act = (action: BulkAction) => {
    if (selectedIds.length > 0) onOpen(action, selectedIds.map(Number));
    else withSelectable((record) => onOpen(action, [Number(record.id)]));
  };
  const edit = () => {
    const record = current();
    if (record !== undefined) onEdit?.(record);
  };
  const key = (keys: readonly string[], label: string, run: () => void): Shortcut => ({ keys, label, group: "shortcut.list", run });
  const walking = [key(["j"], "shortcut.next_row", () => rows.move(1)), key(["k"], "shortcut.previous_row", () => rows.move(-1))];
  const selecting = [
    key(["x"], "shortcut.select_row", () => withSelectable((record) => onToggleItem(record.id))),
    ...bulkActions.flatMap((action) => (action.keys === undefined ? [] : [key([action.keys], action.label, () => act(action))])),
  ];
  const paging = [
    key(["]"], "shortcut.next_page", () => page * perPage < total && setPage(page + 1)),
    key(["["], "shortcut.previous_page", () => page > 1 && setPage(page - 1)),
  ];
  useShortcuts([
    ...(hasRows ? walking : []),
    ...(bulkActions.length > 0 ? selecting : []),
    ...(onEdit === undefined ? [] : [{ ...key(["e"], "ra.action.edit", edit), applies: () => rows.current() !== null }]),
    ...(total > perPage ? paging : []),
  ]);
}
