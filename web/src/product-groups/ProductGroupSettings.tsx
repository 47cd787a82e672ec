import { Stack } from "@mui/material";
import { useTranslate } from "react-admin";
import type { ProductGroup } from "../api/types";
import { LicensePolicySettings } from "../license-policies/LicensePolicySettings";
import { gateEntries, housekeepingEntries, reviewEntries, riskAcceptanceEntries } from "../products/settingsEntries";
import { SettingsSection } from "../products/SettingsSection";
import { Markdown } from "../values/Markdown";

const SPECIFIC = "form.product_group_specific";

/** What is set for a product group. */
export default function ProductGroupSettings({ group }: { group: ProductGroup }) {
  const translate = useTranslate();
  return (
    <Stack spacing={3}>
      <SettingsSection
        title="product_group.section"
        entries={[
          { label: "fields.name", value: group.name },
          { label: "fields.description", value: group.description ? <Markdown text={group.description} /> : null },
        ]}
      />
      <SettingsSection title="product.housekeeping" entries={housekeepingEntries(group, SPECIFIC, translate)} />
      <SettingsSection title="product.security_gate" entries={gateEntries(group, SPECIFIC, translate)} />
      <SettingsSection title="product.review" entries={reviewEntries(group)} />
      <SettingsSection title="product.risk_acceptance_expiry" entries={riskAcceptanceEntries(group, SPECIFIC, translate)} />
      <LicensePolicySettings own={group.license_policy} />
    </Stack>
  );
}
