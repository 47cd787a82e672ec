import { Stack } from "@mui/material";
import type { ReactNode } from "react";
import { Labelled } from "../values/Labelled";

export interface Source {
  /** Key of the message catalogue. */
  label: string;
  value: ReactNode;
}

interface Props {
  label: string;
  current: ReactNode;
  /** What else has been said about it, strongest first. */
  sources: readonly Source[];
  /** What the report said; of interest only when something else counts. */
  parser?: Source;
}

const said = ({ value }: Source) => value !== null && value !== undefined && value !== "";

/** The current value and below it those that it was derived from. */
export function StateStack({ label, current, sources, parser }: Props) {
  const others = sources.filter(said);
  const shown = parser !== undefined && others.length > 0 && said(parser) ? [...others, parser] : others;
  return (
    <Stack spacing={1}>
      <Labelled label={label}>{current}</Labelled>
      {shown.map((source) => (
        <Labelled key={source.label} label={source.label}>
          {source.value}
        </Labelled>
      ))}
    </Stack>
  );
}
