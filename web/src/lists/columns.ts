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
  /** Shown only while a row of the page has a value, or the list is sorted by it. `false` is a value of three-state fields only. */
  auto?: boolean | "three-state";
  /** The link that opens the row's screen, for those who use no mouse. */
  opens?: boolean;
  /** So that long texts are not squeezed by many columns. */
  minWidth?: string;
  /** By default the attribute as text. */
  render?: (record: T) => ReactNode;
}

/** The value at a path such as `product_data.name`. */
export function valueAt(record: object, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], record);
}

function filled(value: unknown, auto: Column<RaRecord>["auto"]): boolean {
  return value !== null && value !== undefined && value !== "" && (value !== false || auto === "three-state");
}

/** The columns to show for the rows of a page. */
export function shownColumns<T extends RaRecord>(columns: readonly Column<T>[], rows: readonly T[], sortedBy: string): Column<T>[] {
  return columns.filter(
    ({ auto, source }) => !auto || source === sortedBy || rows.some((row) => filled(valueAt(row, source), auto)),
  );
}
