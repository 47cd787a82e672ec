import type { Severity } from "../api/types";
import { SEVERITY_COLOURS } from "./colours";
import { ValueChip } from "./ValueChip";

export function SeverityChip({ severity }: { severity: Severity | "" | undefined }) {
  if (!severity) return <>---</>;
  return <ValueChip label={severity} colour={SEVERITY_COLOURS[severity]} />;
}
