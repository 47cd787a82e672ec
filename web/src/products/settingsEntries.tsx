import type { ReactNode } from "react";
import type { Product, ProductGroup } from "../api/types";
import { YesNo } from "../values/YesNo";
import { THRESHOLDS } from "./thresholds";

export interface Entry {
  /** Key of the message catalogue. */
  label: string;
  value: ReactNode;
}

type Owner = Product | ProductGroup;

/** "Standard" is no setting of its own and not shown. `specific` is the key of the name for own values. */
function triState(value: boolean | null | undefined, specific: string, translate: (key: string) => string): string | null {
  if (value === null || value === undefined) return null;
  return translate(value ? specific : "form.disabled");
}

export function housekeepingEntries(owner: Owner, specific: string, translate: (key: string) => string): Entry[] {
  return [
    {
      label: "fields.repository_branch_housekeeping_active",
      value: triState(owner.repository_branch_housekeeping_active, specific, translate),
    },
    { label: "fields.repository_branch_housekeeping_keep_inactive_days", value: owner.repository_branch_housekeeping_keep_inactive_days },
    { label: "fields.repository_branch_housekeeping_exempt_branches", value: owner.repository_branch_housekeeping_exempt_branches },
  ];
}

export function gateEntries(owner: Owner, specific: string, translate: (key: string) => string): Entry[] {
  const thresholds = owner as unknown as Record<string, number | null>;
  return [
    { label: "fields.security_gate_active", value: triState(owner.security_gate_active, specific, translate) },
    ...(owner.security_gate_active ? THRESHOLDS.map((field) => ({ label: `fields.${field}`, value: thresholds[field] })) : []),
  ];
}

export function reviewEntries(owner: Owner): Entry[] {
  return [
    { label: "fields.assessments_need_approval", value: owner.assessments_need_approval ? <YesNo value /> : null },
    { label: "fields.new_observations_in_review", value: owner.new_observations_in_review ? <YesNo value /> : null },
  ];
}

export function riskAcceptanceEntries(owner: Owner, specific: string, translate: (key: string) => string): Entry[] {
  return [
    { label: "fields.risk_acceptance_expiry_active", value: triState(owner.risk_acceptance_expiry_active, specific, translate) },
    { label: "fields.risk_acceptance_expiry_days", value: owner.risk_acceptance_expiry_active ? owner.risk_acceptance_expiry_days : null },
  ];
}
