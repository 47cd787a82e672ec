import { Stack } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Product } from "../api/types";
import { LicensePolicySettings } from "../license-policies/LicensePolicySettings";
import { Markdown } from "../values/Markdown";
import { OutsideLink } from "../values/OutsideLink";
import { YesNo } from "../values/YesNo";
import { gateEntries, housekeepingEntries, reviewEntries, riskAcceptanceEntries, type Entry } from "./settingsEntries";
import { SettingsSection } from "./SettingsSection";

const SPECIFIC = "form.product_specific";
const GROUP_SPECIFIC = "form.product_group_specific";

/** What is set for a product. What its group decides stands instead of its own values. */
export default function ProductSettings({ product }: { product: Product }) {
  const translate = useTranslate();
  const groupState = (value: boolean) => translate(value ? GROUP_SPECIFIC : "form.disabled");
  const groupHousekeeping = product.product_group_repository_branch_housekeeping_active;
  const groupGate = product.product_group_security_gate_active;

  const housekeeping: Entry[] =
    groupHousekeeping === null
      ? housekeepingEntries(product, SPECIFIC, translate)
      : [{ label: "product.housekeeping_of_group", value: groupState(groupHousekeeping) }];
  const gate: Entry[] =
    groupGate === null ? gateEntries(product, SPECIFIC, translate) : [{ label: "product.security_gate_of_group", value: groupState(groupGate) }];
  const reviewOfGroup: Entry[] = [
    { label: "product.assessments_of_group", value: product.product_group_assessments_need_approval ? <YesNo value /> : null },
    { label: "product.reviews_of_group", value: product.product_group_new_observations_in_review ? <YesNo value /> : null },
  ];
  return (
    <Stack spacing={3}>
      <SettingsSection
        title="product.section"
        entries={[
          { label: "fields.name", value: product.name },
          { label: "fields.description", value: product.description ? <Markdown text={product.description} /> : null },
          { label: "fields.purl", value: product.purl },
          { label: "fields.cpe23", value: product.cpe23 },
        ]}
      />
      <SettingsSection
        title="product.repository"
        entries={[
          {
            label: "fields.repository_prefix",
            value: product.repository_prefix ? <OutsideLink to={product.repository_prefix}>{product.repository_prefix}</OutsideLink> : null,
          },
        ]}
      />
      <SettingsSection title="product.housekeeping" entries={housekeeping} />
      <SettingsSection title="product.security_gate" entries={gate} />
      <SettingsSection title="product.review" entries={[...reviewEntries(product), ...reviewOfGroup]} />
      <SettingsSection title="product.risk_acceptance_expiry" entries={riskAcceptanceEntries(product, SPECIFIC, translate)} />
      <LicensePolicySettings own={product.license_policy} ofGroup={product.product_group_license_policy} />
    </Stack>
  );
}
