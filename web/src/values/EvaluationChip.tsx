import type { EvaluationResult } from "./choices";
import { EVALUATION_COLOURS } from "./colours";
import { ValueChip } from "./ValueChip";

/** What a license policy says of a component. */
export function EvaluationChip({ result }: { result: string }) {
  return <ValueChip label={result} colour={EVALUATION_COLOURS[result as EvaluationResult] ?? EVALUATION_COLOURS.Unknown} />;
}
