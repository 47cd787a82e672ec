import ArticleIcon from "@mui/icons-material/Article";
import { Stack } from "@mui/material";
import { useTranslate } from "react-admin";
import type { License, LicenseGroup, LicensePolicy } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { GROUP_COLUMNS } from "../license-groups/groupColumns";
import { licenseGroupLink } from "../license-groups/licenseGroupLink";
import { licensePolicyLink } from "../license-policies/licensePolicyLink";
import { POLICY_COLUMNS } from "../license-policies/policyColumns";
import { RecordList } from "../lists/RecordList";
import { Foldable } from "../values/Foldable";
import { Labelled } from "../values/Labelled";
import { OutsideLink } from "../values/OutsideLink";
import { Panel } from "../values/Panel";
import { YesNo } from "../values/YesNo";

export default function LicenseScreen() {
  return <Screen<License> resource="licenses">{(license) => <Content license={license} />}</Screen>;
}

function Content({ license }: { license: License }) {
  const translate = useTranslate();
  const { id, spdx_id, name, reference, is_osi_approved, is_deprecated } = license;
  const yesNo = (value: boolean | null | undefined) => (value === null || value === undefined ? null : <YesNo value={value} />);
  const byName = { field: "name", order: "ASC" } as const;
  return (
    <>
      <PageHeader title={spdx_id} icon={<ArticleIcon />} path={[{ name: translate("license.catalogue"), to: "/license/licenses" }]} />
      <Stack spacing={2}>
        <Panel title="license.license">
          <Labelled label="fields.name">{name}</Labelled>
          <Labelled label="fields.reference">{reference ? <OutsideLink to={reference}>{reference}</OutsideLink> : null}</Labelled>
          <Labelled label="fields.is_osi_approved">{yesNo(is_osi_approved)}</Labelled>
          <Labelled label="fields.is_deprecated">{yesNo(is_deprecated)}</Labelled>
        </Panel>
        {license.is_in_license_group ? (
          <Foldable title="license.groups_with">
            <RecordList<LicenseGroup> resource="license_groups" stateKey="license_groups.license" sort={byName} filter={{ licenses: id }} columns={GROUP_COLUMNS} rowLink={(group) => licenseGroupLink(group.id)} plain />
          </Foldable>
        ) : null}
        {license.is_in_license_policy ? (
          <Foldable title="license.policies_with">
            <RecordList<LicensePolicy> resource="license_policies" stateKey="license_policies.license" sort={byName} filter={{ license: id }} columns={POLICY_COLUMNS} rowLink={(policy) => licensePolicyLink(policy.id)} plain />
          </Foldable>
        ) : null}
      </Stack>
    </>
  );
}
