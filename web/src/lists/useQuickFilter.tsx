import { Menu, MenuItem } from "@mui/material";
import { useState, type MouseEvent, type ReactNode } from "react";
import { useListContext, useTranslate, type RaRecord } from "react-admin";
import { useShortcuts } from "../shortcuts/useShortcuts";
import type { Column } from "./columns";
import { changed, type ListFilter } from "./filters";
import { quickFilters, type QuickFilter } from "./quickFilters";
import type { RowFocus } from "./rowFocus";
import { useLabel } from "./useLabel";
import { useListFilters } from "./useListFilters";

/** The attribute of cells with the column's source. */
export const CELL_SOURCE = "data-source";

interface Options<T extends RaRecord> {
  columns: readonly Column<T>[];
  filters: readonly ListFilter[];
  rows: RowFocus;
}

interface Offer<T extends RaRecord> {
  anchor: Element;
  choices: readonly QuickFilter<T>[];
}

/** Filters a list by what a row says: with Alt and a click on the value, or with a key that offers the values of the row with the focus. */
export function useQuickFilter<T extends RaRecord>({ columns, filters, rows }: Options<T>): { menu: ReactNode; onClickCapture: (event: MouseEvent) => void } {
  const translate = useTranslate();
  const labelOf = useLabel();
  const { data = [] } = useListContext<T>();
  const { values, setFilters } = useListFilters();
  const [offer, setOffer] = useState<Offer<T> | null>(null);
  const choicesOf = (id: string | null) => {
    const record = data.find((one) => String(one.id) === id);
    return record === undefined ? [] : quickFilters(columns, filters, record);
  };
  const apply = ({ source, value }: QuickFilter<T>) => setFilters(changed(values, source, value));
  const ask = () => {
    const choices = choicesOf(rows.current());
    if (document.activeElement !== null && choices.length > 0) setOffer({ anchor: document.activeElement, choices });
  };
  const offers = columns.some(({ filterBy }) => filters.some(({ source }) => filterBy?.[source] !== undefined));
  useShortcuts(offers ? [{ keys: ["f"], label: "shortcut.filter_by_row", group: "shortcut.list", run: ask, applies: () => rows.current() !== null }] : []);

  const onClickCapture = (event: MouseEvent) => {
    if (!event.altKey || !(event.target instanceof Element)) return;
    const source = event.target.closest(`[${CELL_SOURCE}]`)?.getAttribute(CELL_SOURCE);
    const choice = choicesOf(rows.idAt(event.target)).find(({ column }) => column.source === source);
    if (choice === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    apply(choice);
  };
  const menu =
    offer === null ? null : (
      <Menu open anchorEl={offer.anchor} onClose={() => setOffer(null)} slotProps={{ list: { "aria-label": translate("filter.by_row") } }}>
        {offer.choices.map((choice) => (
          <MenuItem
            key={choice.source}
            onClick={() => {
              setOffer(null);
              apply(choice);
            }}
          >
            {labelOf(choice.column)}: {choice.text}
          </MenuItem>
        ))}
      </Menu>
    );
  return { menu, onClickCapture };
}
