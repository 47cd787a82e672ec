import { useTranslate } from "react-admin";
import { GATE_COLOURS } from "./colours";
import { ValueChip } from "./ValueChip";

/** The result of the security gate; nothing when no gate is active. */
export function GateChip({ passed }: { passed: boolean | null | undefined }) {
  const translate = useTranslate();
  if (passed === null || passed === undefined) return null;
  return passed ? (
    <ValueChip label={translate("product.gate_passed")} colour={GATE_COLOURS.passed} />
  ) : (
    <ValueChip label={translate("product.gate_failed")} colour={GATE_COLOURS.failed} />
  );
}
