import { OUTCOME_COLOURS } from "./colours";
import { ValueChip } from "./ValueChip";

/** How a task or an import ended. */
export function OutcomeChip({ outcome }: { outcome: string }) {
  return <ValueChip label={outcome} colour={OUTCOME_COLOURS[outcome] ?? "#424242"} />;
}
