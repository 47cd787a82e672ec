import { PillFrame } from "./PillFrame";
import { summary } from "./filters";
import { useLabel } from "./useLabel";

interface Props {
  source: string;
  value: unknown;
  onRemove: () => void;
}

/** A filter that came with a link and has no input here: without it nobody would know why rows are missing. */
export function UnknownFilterPill({ source, value, onRemove }: Props) {
  const labelOf = useLabel();
  return <PillFrame name={labelOf({ source })} value={Array.isArray(value) ? summary(value.map(String)) : String(value)} onRemove={onRemove} />;
}
