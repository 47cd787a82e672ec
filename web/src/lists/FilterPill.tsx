import { Popover } from "@mui/material";
import { useEffect, useRef, useState } from "react";
import { ChoiceMenu } from "./ChoiceMenu";
import { changed, isSet, type ListFilter } from "./filters";
import { NumberEditor } from "./NumberEditor";
import { PillFrame } from "./PillFrame";
import { ReferenceEditor } from "./ReferenceEditor";
import { TextEditor } from "./TextEditor";
import { useLabel } from "./useLabel";
import { useListFilters } from "./useListFilters";
import { useFilterText } from "./useFilterText";

interface Props {
  filter: ListFilter;
  onRemove: () => void;
  /** It was just added: what it is set to comes next. */
  openAtOnce: boolean;
}

/** One filter of a list: shows what it is set to, and opens what sets it. */
export function FilterPill({ filter, onRemove, openAtOnce }: Props) {
  const labelOf = useLabel();
  const { values, setFilters } = useListFilters();
  const value = values[filter.source];
  const text = useFilterText(filter, value);
  const pill = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (openAtOnce) setAnchor(pill.current);
  }, [openAtOnce]);

  const close = () => setAnchor(null);
  const apply = (next: unknown) => setFilters(changed(values, filter.source, next));
  const applyAndClose = (next: unknown) => {
    close();
    apply(next);
  };
  const name = labelOf(filter);
  return (
    <>
      <PillFrame ref={pill} name={name} value={isSet(value) ? text : undefined} open={anchor !== null} onOpen={(event) => setAnchor(event.currentTarget)} onRemove={onRemove} />
      {filter.kind === "choice" || filter.kind === "choices" || filter.kind === "yesno" ? (
        <ChoiceMenu filter={filter} value={value} name={name} anchor={anchor} onApply={apply} onClose={close} />
      ) : (
        <Popover anchorEl={anchor} open={anchor !== null} onClose={close} anchorOrigin={{ vertical: "bottom", horizontal: "left" }} slotProps={{ paper: { role: "dialog", "aria-label": name, sx: { p: 1.5, width: "20em", maxWidth: "90vw" } } }}>
          {filter.kind === "text" ? <TextEditor name={name} value={value} onApply={applyAndClose} /> : null}
          {filter.kind === "number" ? <NumberEditor name={name} value={value} min={filter.min} max={filter.max} onApply={applyAndClose} /> : null}
          {filter.kind === "reference" ? <ReferenceEditor filter={filter} name={name} value={value} onApply={applyAndClose} /> : null}
        </Popover>
      )}
    </>
  );
}
