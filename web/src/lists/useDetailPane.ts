import { useMediaQuery, type Theme } from "@mui/material";
import { useState, type FocusEvent, type MouseEvent } from "react";
import { useListContext, useStore, type RaRecord } from "react-admin";
import { useShortcuts } from "../shortcuts/useShortcuts";
import { CONTROLS } from "./controls";
import { recordInPane, type Place } from "./recordInPane";
import type { RowFocus } from "./rowFocus";

interface Options {
  /** Under this key the choice is kept. */
  tableKey: string;
  /** Whether the list has details to show. */
  available: boolean;
  rows: RowFocus;
}

interface DetailPane<T> {
  /** Whether there is room for it. */
  offered: boolean;
  /** The record to show; undefined while the pane is closed. */
  record: T | undefined;
  open: boolean;
  toggle: () => void;
  onFocus: (event: FocusEvent) => void;
  onClick: (event: MouseEvent) => void;
}

/** The pane beside a list with the details of the row that has the focus: for going through findings without leaving the list. A click on a row gives it the focus. */
export function useDetailPane<T extends RaRecord>({ tableKey, available, rows }: Options): DetailPane<T> {
  const { data = [] } = useListContext<T>();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up("lg"));
  const [wanted, setWanted] = useStore(`${tableKey}.details`, false);
  const [place, setPlace] = useState<Place>({ id: null, index: 0 });
  const offered = available && wide;
  const open = offered && wanted;
  const toggle = () => setWanted(!wanted);
  useShortcuts(offered ? [{ keys: ["d"], label: "shortcut.details", group: "shortcut.list", run: toggle }] : []);
  return {
    offered,
    open,
    toggle,
    record: open ? recordInPane(data, place) : undefined,
    onFocus: ({ target }) => {
      const id = rows.idAt(target);
      const index = data.findIndex((record) => String(record.id) === id);
      if (index !== -1) setPlace({ id, index });
    },
    onClick: (event) => {
      if (!open || !(event.target instanceof Element) || event.target.closest(CONTROLS) !== null || window.getSelection()?.toString() !== "") return;
      event.stopPropagation();
      rows.focusAt(event.target);
    },
  };
}
