import { useTranslate } from "react-admin";
import type { EvaluationResult } from "../values/choices";
import { EVALUATION_COLOURS } from "../values/colours";
import { CountBoxes } from "../values/CountBoxes";
import { licenseCounts, type LicenseCounted } from "./licenseCounts";

interface Props {
  record: LicenseCounted;
  /** Where a count leads: the components that it counts. */
  linkTo?: (result: EvaluationResult) => string;
}

/** Five boxes with the numbers of components by what the license policy says, worst first; nothing without components. */
export function LicenseCounts({ record, linkTo }: Props) {
  const translate = useTranslate();
  const counts = licenseCounts(record);
  if (counts.length === 0) return null;
  return (
    <CountBoxes
      boxes={counts.map(({ result, count }) => ({
        key: result,
        count,
        label: translate("license.count_of_result", { count, result }),
        colour: EVALUATION_COLOURS[result],
        ...(linkTo !== undefined && { to: linkTo(result) }),
      }))}
    />
  );
}
