import type { ComponentProps, ReactNode } from "react";
import { useExpanded, useListContext, type RaRecord } from "react-admin";
import { ExpandedRow } from "./ExpandedRow";
import { TableLine } from "./TableLine";

type Props<T extends RaRecord> = Omit<ComponentProps<typeof TableLine<T>>, "expansion"> & {
  expand: ReactNode;
  /** How many columns the table has. */
  width: number;
};

/** A record in a table: its row, and what the row hides until it is expanded. */
export function TableRecord<T extends RaRecord>({ expand, width, ...line }: Props<T>) {
  const { resource } = useListContext();
  // One at a time: the eye stays where it is.
  const [expanded, toggle] = useExpanded(resource, line.record.id, true);
  if (expand === undefined || expand === null) return <TableLine<T> {...line} />;
  const id = `${resource}-${line.record.id}-expanded`;
  return (
    <>
      <TableLine<T> {...line} expansion={{ id, expanded, toggle }} />
      {expanded ? (
        <ExpandedRow id={id} width={width}>
          {expand}
        </ExpandedRow>
      ) : null}
    </>
  );
}
