import { useTranslate } from "react-admin";
import { GATE_COLOURS } from "./colours";
import { ValueChip } from "./ValueChip";

interface Props {
  passed: boolean | null | undefined;
  /** The observations that it was decided by. */
  to?: string;
}

/** The result of the security gate; nothing when no gate is active. */
export function GateChip({ passed, to }: Props) {
  const translate = useTranslate();
  if (passed === null || passed === undefined) return null;
  return passed ? (
    <ValueChip label={translate("product.gate_passed")} colour={GATE_COLOURS.passed} to={to} />
  ) : (
    <ValueChip label={translate("product.gate_failed")} colour={GATE_COLOURS.failed} to={to} />
  );
}
