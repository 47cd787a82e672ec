import { useTranslate } from "react-admin";
import type { Severity } from "../api/types";
import { activeCounts, type Counted } from "./activeCounts";
import { SEVERITY_COLOURS } from "./colours";
import { CountBoxes } from "./CountBoxes";

interface Props {
  record: Counted;
  /** Where a count leads: the observations that it counts. */
  linkTo?: (severity: Severity) => string;
}

/** Six boxes with the numbers of active observations, worst first. */
export function ActiveCounts({ record, linkTo }: Props) {
  const translate = useTranslate();
  return (
    <CountBoxes
      boxes={activeCounts(record).map(({ severity, count }) => ({
        key: severity,
        count,
        label: translate("observation.count_of_severity", { count, severity }),
        colour: SEVERITY_COLOURS[severity],
        ...(linkTo !== undefined && { to: linkTo(severity) }),
      }))}
    />
  );
}
