import type { ComponentProps } from "react";
import type { RaRecord } from "react-admin";
import { ExpandedRow } from "./ExpandedRow";
import { useRowExpansion, type Expansion } from "./expansion";
import { TableLine } from "./TableLine";

type Line<T extends RaRecord> = Omit<ComponentProps<typeof TableLine<T>>, "expansion">;

type Props<T extends RaRecord> = Line<T> & {
  expansion: Expansion | null;
  /** How many columns the table has. */
  width: number;
};

/** A record in a table: its row, and what the row hides until it is expanded. */
export function TableRecord<T extends RaRecord>({ expansion, width, ...line }: Props<T>) {
  return expansion === null ? <TableLine<T> {...line} /> : <Expandable<T> {...line} expansion={expansion} width={width} />;
}

function Expandable<T extends RaRecord>({ expansion: { content, stateKey }, width, ...line }: Line<T> & { expansion: Expansion; width: number }) {
  const row = useRowExpansion(stateKey, line.record.id);
  return (
    <>
      <TableLine<T> {...line} expansion={row} />
      {row.expanded ? (
        <ExpandedRow id={row.id} width={width}>
          {content}
        </ExpandedRow>
      ) : null}
    </>
  );
}
