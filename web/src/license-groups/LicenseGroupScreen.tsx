import LibraryBooksIcon from "@mui/icons-material/LibraryBooks";
import { Stack } from "@mui/material";
import { useTranslate } from "react-admin";
import { mayManage } from "../access/mayManage";
import type { LicenseGroup, LicensePolicy } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { EditLink } from "../forms/EditLink";
import { CopyAction } from "../license-members/CopyAction";
import { LicenseMembers } from "../license-members/LicenseMembers";
import { licensePolicyLink } from "../license-policies/licensePolicyLink";
import { POLICY_COLUMNS } from "../license-policies/policyColumns";
import { RecordList } from "../lists/RecordList";
import { Foldable } from "../values/Foldable";
import { useCurrentUser } from "../session/session";
import { Labelled } from "../values/Labelled";
import { Markdown } from "../values/Markdown";
import { Panel } from "../values/Panel";
import { YesNo } from "../values/YesNo";
import { GroupLicenses } from "./GroupLicenses";
import { LICENSE_GROUPS, licenseGroupLink } from "./licenseGroupLink";

export default function LicenseGroupScreen() {
  return <Screen<LicenseGroup> resource="license_groups">{(group) => <Content group={group} />}</Screen>;
}

function Content({ group }: { group: LicenseGroup }) {
  const translate = useTranslate();
  const manages = mayManage(group, useCurrentUser());
  return (
    <>
      <PageHeader
        title={group.name}
        icon={<LibraryBooksIcon />}
        path={[{ name: translate("license_group.groups"), to: LICENSE_GROUPS }]}
        actions={
          <>
            <CopyAction resource="license_groups" id={group.id} name={group.name} title="license_group.copy_title" success="license_group.copied" link={licenseGroupLink} />
            {manages ? (
              <EditLink to={`/license_groups/${group.id}`} />
            ) : null}
          </>
        }
      />
      <Stack spacing={2}>
        <Panel title="license_group.section">
          <Labelled label="fields.description">{group.description ? <Markdown text={group.description} /> : null}</Labelled>
          <Labelled label="fields.is_public">
            <YesNo value={group.is_public} />
          </Labelled>
        </Panel>
        <Panel title="license.catalogue">
          <GroupLicenses group={group} manages={manages} />
        </Panel>
        {group.is_in_license_policy ? (
          <Foldable title="license_group.policies_with">
            <RecordList<LicensePolicy>
              resource="license_policies"
              stateKey="license_policies.group"
              sort={{ field: "name", order: "ASC" }}
              filter={{ license_group: group.id }}
              columns={POLICY_COLUMNS}
              rowLink={({ id }) => licensePolicyLink(id)}
              plain
            />
          </Foldable>
        ) : null}
        <LicenseMembers owner="license_group" record={group} manages={manages} />
      </Stack>
    </>
  );
}
