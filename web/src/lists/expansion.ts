import type { ReactNode } from "react";
import { useExpanded, type Identifier } from "react-admin";

/** What rows hide until they are expanded. */
export interface Expansion {
  content: ReactNode;
  /** The list under which the expanded row is kept. */
  stateKey: string;
}

/** The button of a row, and what it shows or hides. */
export interface RowExpansion {
  /** The element of the content. */
  id: string;
  expanded: boolean;
  toggle: () => void;
}

/** Whether a row is expanded. One at a time: the eye stays where it is. */
export function useRowExpansion(stateKey: string, row: Identifier): RowExpansion {
  const [expanded, toggle] = useExpanded(stateKey, row, true);
  return { id: `${stateKey}-${row}-expanded`, expanded, toggle };
}
