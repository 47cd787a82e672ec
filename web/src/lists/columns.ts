import type { ReactNode } from "react";
import type { RaRecord } from "react-admin";

/** One column of a table. */
export interface Column<T extends RaRecord> {
  /** Attribute of the record, also the name by which the API sorts. */
  source: string;
  /** Key of the message catalogue; by default the one of the resource's field. */
  label?: string;
  /** `false` when the API does not sort by it. */
  sortable?: boolean;
  /** Shown only when a row that was seen under these filters has a value, or the list is sorted by it. `false` is a value of three-state fields only, 0 none of counts. */
  auto?: boolean | "three-state" | "count";
  /** Holds the link that opens the row's screen; each table with such screens has one such column. */
  opens?: boolean;
  /** So that long texts are not squeezed by many columns. */
  minWidth?: string;
  /** From here on texts are cut; the whole text is the tooltip. */
  maxWidth?: string;
  /** Says by its colour what it is: on a card it needs no name. */
  chip?: boolean;
  /** Buttons: always shown, without a name, never cut. */
  actions?: boolean;
  /** What the list is filtered by to find rows with the same value: parameters of the request, of which lists have one or the other. */
  filterBy?: Readonly<Record<string, (record: T) => unknown>>;
  /** By default the attribute as text. */
  render?: (record: T) => ReactNode;
}

/** What a person has chosen about the columns of a list. */
export interface ColumnChoice {
  /** Columns in the order wanted; others keep their place after them. */
  order: readonly string[];
  /** Columns that are always, or never, shown. */
  shown: Readonly<Record<string, boolean>>;
}

export const NO_CHOICE: ColumnChoice = { order: [], shown: {} };

/** The value at a path such as `product_data.name`. */
export function valueAt(record: object, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], record);
}

function isFilled(value: unknown, auto: Column<RaRecord>["auto"]): boolean {
  return value !== null && value !== undefined && value !== "" && (value !== false || auto === "three-state") && (value !== 0 || auto !== "count");
}

/** The columns in the order that was chosen. Buttons stay at the end. */
export function orderedColumns<T extends RaRecord>(columns: readonly Column<T>[], { order }: ColumnChoice): Column<T>[] {
  const rank = (column: Column<T>) => {
    const chosen = order.indexOf(column.source);
    return column.actions ? Infinity : chosen === -1 ? order.length + columns.indexOf(column) : chosen;
  };
  return columns.toSorted((a, b) => rank(a) - rank(b));
}

/** The automatic columns for which a row has a value. */
export function filledColumns<T extends RaRecord>(columns: readonly Column<T>[], rows: readonly T[]): string[] {
  return columns.filter(({ auto, source }) => auto && rows.some((row) => isFilled(valueAt(row, source), auto))).map(({ source }) => source);
}

/** The columns to show where these automatic ones have a value. */
export function shownColumns<T extends RaRecord>(columns: readonly Column<T>[], filled: readonly string[], sortedBy: string, choice: ColumnChoice = NO_CHOICE): Column<T>[] {
  return orderedColumns(columns, choice).filter(({ auto, source, actions }) => {
    const chosen = choice.shown[source];
    if (actions || source === sortedBy) return true;
    return chosen ?? (!auto || filled.includes(source));
  });
}

/** The automatic columns that had a value on one of the pages seen under a filter. */
export interface FilledColumns {
  filter: string;
  sources: readonly string[];
}

/** Adds what one more page has; a column that has come stays until the filter changes, so that none jumps while paging. The same object when nothing is new. */
export function withFilled(seen: FilledColumns, filter: string, sources: readonly string[]): FilledColumns {
  if (seen.filter !== filter) return { filter, sources };
  const added = sources.filter((source) => !seen.sources.includes(source));
  return added.length === 0 ? seen : { filter, sources: [...seen.sources, ...added] };
}
