import type { RaRecord } from "react-admin";

/** The row that had the focus last. */
export interface Place {
  id: string | null;
  /** Its position on the page. */
  index: number;
}

/** The record of a row; the one that came to its position when it left the list, for whoever works a list off. */
export function recordInPane<T extends RaRecord>(data: readonly T[], { id, index }: Place): T | undefined {
  return data.find((record) => String(record.id) === id) ?? data[Math.min(index, data.length - 1)];
}
