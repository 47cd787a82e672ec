import PlayArrowIcon from "@mui/icons-material/PlayArrow";
import PolicyIcon from "@mui/icons-material/Policy";
import ScienceIcon from "@mui/icons-material/Science";
import { Stack } from "@mui/material";
import { lazy } from "react";
import { useDataProvider, useTranslate } from "react-admin";
import type { ApiDataProvider } from "../api/dataProvider";
import { mayManage } from "../access/mayManage";
import type { LicensePolicy, ProductListItem } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { ConfirmedAction } from "../dialogs/ConfirmedAction";
import { DialogButton } from "../dialogs/DialogButton";
import { ExportMenu } from "../exports/ExportMenu";
import type { Download } from "../exports/useDownload";
import { EditLink } from "../forms/EditLink";
import { productLicensesLink } from "../license-components/licenseComponentLink";
import { CopyAction } from "../license-members/CopyAction";
import { LicenseMembers } from "../license-members/LicenseMembers";
import { RecordList } from "../lists/RecordList";
import { openedFrom, stateKeys } from "../navigation/context";
import { productLink } from "../products/productLink";
import { ECOSYSTEMS } from "../values/choices";
import { Foldable } from "../values/Foldable";
import { useCurrentUser } from "../session/session";
import { Labelled } from "../values/Labelled";
import { Markdown } from "../values/Markdown";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";
import { YesNo } from "../values/YesNo";
import { LICENSE_POLICIES, licensePolicyLink } from "./licensePolicyLink";
import { PolicyItems } from "./PolicyItems";

const SimulationDialog = lazy(() => import("./SimulationDialog"));

export default function LicensePolicyScreen() {
  return <Screen<LicensePolicy> resource="license_policies">{(policy) => <Content policy={policy} />}</Screen>;
}

function Content({ policy }: { policy: LicensePolicy }) {
  const translate = useTranslate();
  const manages = mayManage(policy, useCurrentUser());
  return (
    <>
      <PageHeader
        title={policy.name}
        icon={<PolicyIcon />}
        path={[{ name: translate("license_policy.policies"), to: LICENSE_POLICIES }]}
        actions={<Toolbar policy={policy} manages={manages} />}
      />
      <Stack spacing={2}>
        <Panel title="license_policy.section">
          <Labelled label="fields.description">{policy.description ? <Markdown text={policy.description} /> : null}</Labelled>
          <Labelled label="fields.parent_name">{policy.parent ? <PlaceLink to={licensePolicyLink(policy.parent)}>{policy.parent_name}</PlaceLink> : null}</Labelled>
          <Labelled label="fields.ignore_component_type_list">{ecosystems(policy)}</Labelled>
          <Labelled label="fields.is_public">
            <YesNo value={policy.is_public} />
          </Labelled>
        </Panel>
        <Panel title="license_policy.items">
          <PolicyItems policy={policy} manages={manages} />
        </Panel>
        {policy.has_product_groups ? (
          <Foldable title="license_policy.product_groups_with">
            <RecordList<ProductListItem>
              resource="product_groups"
              stateKey="product_groups.license_policy"
              sort={{ field: "name", order: "ASC" }}
              filter={{ license_policy: policy.id }}
              columns={[{ source: "name", opens: true }]}
              rowLink={({ id }) => `/product_groups/${id}/show`}
              plain
            />
          </Foldable>
        ) : null}
        {policy.has_products ? (
          <Foldable title="license_policy.products_with">
            <RecordList<ProductListItem>
              resource="products"
              stateKey={stateKeys.productsOfPolicy}
              sort={{ field: "name", order: "ASC" }}
              filter={{ license_policy: policy.id }}
              columns={[{ source: "name", opens: true }, { source: "product_group_name", auto: true }]}
              rowLink={({ id, all_licenses_count }) => openedFrom(all_licenses_count ? productLicensesLink(id) : productLink(id), `policy-${policy.id}`)}
              light="product_names"
              plain
            />
          </Foldable>
        ) : null}
        <LicenseMembers owner="license_policy" record={policy} manages={manages} />
      </Stack>
    </>
  );
}

function ecosystems({ ignore_component_type_list: types = [] }: LicensePolicy): string {
  return types.map((type) => ECOSYSTEMS.find(({ id }) => id === type)?.name ?? type).join(", ");
}

function Toolbar({ policy, manages }: { policy: LicensePolicy; manages: boolean }) {
  const dataProvider = useDataProvider<ApiDataProvider>();
  const download = (format: string, extension: string): Download => ({
    label: `license_policy.export_${format}`,
    path: `/license_policies/${policy.id}/export_${format}/`,
    name: `license_policy_${policy.id}.${extension}`,
  });
  return (
    <>
      <ExportMenu downloads={[download("json", "json"), download("yaml", "yaml"), download("sbom_utility", "json")]} />
      {manages ? <DialogButton label="license_policy.simulate" icon={<ScienceIcon />} dialog={(close) => <SimulationDialog policy={policy} onClose={close} />} /> : null}
      {manages && (policy.has_products || policy.has_product_groups) ? (
        <ConfirmedAction
          label="license_policy.apply"
          title="license_policy.apply_title"
          question="license_policy.apply_question"
          success="license_policy.applied"
          names={{ name: policy.name }}
          icon={<PlayArrowIcon />}
          danger={false}
          call={() => dataProvider.call({ method: "POST", path: `/license_policies/${policy.id}/apply/` })}
        />
      ) : null}
      <CopyAction resource="license_policies" id={policy.id} name={policy.name} title="license_policy.copy_title" success="license_policy.copied" link={licensePolicyLink} />
      {manages ? (
        <EditLink to={`/license_policies/${policy.id}`} />
      ) : null}
    </>
  );
}
