import type { ReactElement, ReactNode } from "react";
import type { FilterPayload, Identifier, RaRecord, SortPayload } from "react-admin";
import type { BulkAction } from "../bulk/bulkAction";
import type { Column } from "./columns";
import type { ListFilter } from "./filters";

/** What a list is of, and what can be done with it. */
export interface RecordListProps<T extends RaRecord> {
  resource: string;
  /** Under this key filters, sort and page are kept in the browser. */
  stateKey: string;
  /** Under this key the choice of columns is kept; lists that look alike share it. By default the state key. */
  tableKey?: string;
  columns: readonly Column<T>[];
  sort: SortPayload;
  /** Always applied, not shown. */
  filter?: FilterPayload;
  /** Applied at the first visit, unless a saved view is. */
  filterDefaults?: FilterPayload;
  filters?: readonly ListFilter[];
  /** Whether filters, sort and page stand in the address, so that they can be linked. */
  inAddress?: boolean;
  /** Buttons above the list. */
  actions?: ReactNode;
  /** Shown instead of a list that has neither rows nor filters. */
  empty?: ReactElement;
  perPage?: number;
  /** A card of its own; lists inside a tab or a panel have its card around them. */
  framed?: boolean;
  /** The screen that a row opens; without it there is none. */
  rowLink?: (record: T) => string;
  /** What the row is called, for messages about it. */
  rowName?: (record: T) => string;
  bulkActions?: readonly BulkAction[];
  /** Rows that the bulk actions are for; by default all. */
  selectable?: (record: T) => boolean;
  /** What leaves the same rows when all are selected, also those of other pages. */
  selectFilter?: FilterPayload;
  /** The resource with the same filters, but small records: for "select all", and for previous and next. */
  light?: string;
  /** The id of the record that a row opens, where that is not the row's own; for previous and next. */
  idOf?: (record: T) => Identifier;
  /** What an expanded row shows. */
  expand?: ReactNode;
  /** The details of a record, beside the list where there is room. */
  details?: (record: T) => ReactNode;
  /** Whether columns can be chosen and views saved; short lists inside other screens need neither. */
  plain?: boolean;
  /** What the keys `e` does with the row that has the focus. */
  onEdit?: (record: T) => void;
}
