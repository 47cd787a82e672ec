import type { Severity } from "../api/types";
import { SEVERITIES } from "./choices";

type CountField = `active_${Lowercase<Severity>}_observation_count`;

/** What carries the six counts of active observations; answers to a creation carry none. */
export type Counted = Partial<Record<CountField, number | null>>;

export function activeCounts(record: Counted): { severity: Severity; count: number }[] {
  return SEVERITIES.map((severity) => {
    const field: CountField = `active_${severity.toLowerCase() as Lowercase<Severity>}_observation_count`;
    return { severity, count: record[field] ?? 0 };
  });
}
