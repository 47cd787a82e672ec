import type { ReactElement } from "react";

/** What the dialog of a bulk action is given. */
export interface BulkDialogProps {
  ids: readonly number[];
  /** What a row is called; rows of other pages are not known. */
  name: (id: number) => string | undefined;
  /** Tells which rows are dealt with: they are no longer selected. */
  onClose: (done: readonly number[]) => void;
}

/** Something that can be done with several rows of a list at once. */
export interface BulkAction {
  /** Key of the message catalogue. */
  label: string;
  icon: ReactElement;
  /** Key on the keyboard; without a selection it acts on the row that has the focus. */
  keys?: string;
  danger?: boolean;
  dialog: (props: BulkDialogProps) => ReactElement;
}
