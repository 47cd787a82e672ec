import { BooleanInput } from "react-admin";
import { useWatch } from "react-hook-form";
import { FormSection } from "../forms/FormSection";
import { LineInput } from "../forms/LineInput";
import { TriStateInput } from "../forms/TriStateInput";
import { WholeNumberInput } from "../forms/WholeNumberInput";
import { THRESHOLDS } from "./thresholds";

interface Props {
  /** Key of the name for own values: those of a product or of a group. */
  specific: string;
}

const LARGEST = 999999;
const DEFAULT_DAYS = 30;

/** How long branches without imports are kept. */
export function HousekeepingSection({ specific }: Props) {
  const active = useWatch({ name: "repository_branch_housekeeping_active" }) as boolean | null;
  return (
    <FormSection title="product.housekeeping">
      <TriStateInput source="repository_branch_housekeeping_active" standard="form.standard" specific={specific} />
      {active ? (
        <>
          <WholeNumberInput source="repository_branch_housekeeping_keep_inactive_days" min={1} max={LARGEST} defaultValue={DEFAULT_DAYS} mandatory />
          <LineInput source="repository_branch_housekeeping_exempt_branches" helperText="form.regular_expression" />
        </>
      ) : null}
    </FormSection>
  );
}

/** How many active observations of each severity pass the gate. */
export function SecurityGateSection({ specific }: Props) {
  const active = useWatch({ name: "security_gate_active" }) as boolean | null;
  return (
    <FormSection title="product.security_gate">
      <TriStateInput source="security_gate_active" standard="form.standard" specific={specific} />
      {active ? THRESHOLDS.map((source) => <WholeNumberInput key={source} source={source} min={0} max={LARGEST} helperText="product.threshold_help" />) : null}
    </FormSection>
  );
}

/** What somebody else has to look at. */
export function ReviewSection() {
  return (
    <FormSection title="product.review">
      <BooleanInput source="assessments_need_approval" helperText={false} />
      <BooleanInput source="new_observations_in_review" helperText={false} />
    </FormSection>
  );
}

/** After how many days an accepted risk is looked at again. */
export function RiskAcceptanceSection({ specific }: Props) {
  const active = useWatch({ name: "risk_acceptance_expiry_active" }) as boolean | null;
  return (
    <FormSection title="product.risk_acceptance_expiry">
      <TriStateInput source="risk_acceptance_expiry_active" standard="form.standard" specific={specific} />
      {active ? <WholeNumberInput source="risk_acceptance_expiry_days" min={1} max={LARGEST} defaultValue={DEFAULT_DAYS} mandatory /> : null}
    </FormSection>
  );
}
