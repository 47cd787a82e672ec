import type { ReactNode } from "react";
import type { RaRecord } from "react-admin";
import { PlaceLink } from "../values/PlaceLink";
import { breakable } from "./breakable";
import { valueAt, type Column } from "./columns";

interface Props<T extends RaRecord> {
  record: T;
  column: Column<T>;
  rowLink: ((record: T) => string) | undefined;
}

/** What a column says about a record. Long texts, and texts in a table that has little room, take two lines; the tooltip has all of them. */
export function Cell<T extends RaRecord>({ record, column, rowLink }: Props<T>) {
  const value = valueAt(record, column.source);
  const content = column.render === undefined ? (value as ReactNode) : column.render(record);
  if (content === null || content === undefined || content === "") return null;
  if (column.opens && rowLink !== undefined) {
    return (
      <PlaceLink to={rowLink(record)} row={record.id}>
        {content}
      </PlaceLink>
    );
  }
  if (typeof content !== "string") return <>{content}</>;
  return (
    <span title={content} className="cell-text" {...(column.maxWidth !== undefined && { style: { maxWidth: column.maxWidth } })}>
      {breakable(content)}
    </span>
  );
}
