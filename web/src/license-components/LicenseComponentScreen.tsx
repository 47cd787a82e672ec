import DescriptionIcon from "@mui/icons-material/Description";
import EditNoteIcon from "@mui/icons-material/EditNote";
import { Box, Stack } from "@mui/material";
import { lazy } from "react";
import { can, Permission } from "../access/permissions";
import type { LicenseComponent } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { ComponentFacts } from "../components/ComponentFacts";
import { DialogButton } from "../dialogs/DialogButton";
import { licensePolicyLink } from "../license-policies/licensePolicyLink";
import { PrevNext } from "../navigation/PrevNext";
import { byName } from "../observations/evidence";
import { EvaluationChip } from "../values/EvaluationChip";
import { Labelled } from "../values/Labelled";
import { Moment } from "../values/Moment";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";
import { productLicensesLink } from "./licenseComponentLink";
import { LicensePanel } from "./LicensePanel";
import { useLicenseComponentPath, useProductName } from "./useLicenseComponentPath";

const ConcludedLicenseDialog = lazy(() => import("./ConcludedLicenseDialog"));

export default function LicenseComponentScreen() {
  return <Screen<LicenseComponent> resource="license_components">{(component) => <Content component={component} />}</Screen>;
}

function Content({ component }: { component: LicenseComponent }) {
  const path = useLicenseComponentPath(component);
  return (
    <>
      <PageHeader
        title={component.component_name_version}
        icon={<DescriptionIcon />}
        path={path}
        state={<EvaluationChip result={component.evaluation_result} />}
        actions={
          <>
            <PrevNext resource="license_components" light="license_component_ids" id={component.id} />
            {can(component, Permission.LicenseComponentEdit) ? (
              <DialogButton
                label={component.manual_concluded_comment === "" ? "license.conclude" : "license.edit_conclusion"}
                keys="e"
                icon={<EditNoteIcon />}
                dialog={(close) => <ConcludedLicenseDialog component={component} onClose={close} />}
              />
            ) : null}
          </>
        }
      />
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "minmax(0, 2fr) minmax(0, 1fr)" }, alignItems: "start" }}>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <LicensePanel component={component} />
          <ComponentFacts component={component} />
        </Stack>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <Metadata component={component} />
          {component.evidences.length > 0 ? (
            <Panel title="license.evidences">
              {byName(component.evidences).map(({ id, name }) => (
                <Box key={id}>
                  <PlaceLink to={`/license_component_evidences/${id}/show`}>{name}</PlaceLink>
                </Box>
              ))}
            </Panel>
          ) : null}
        </Stack>
      </Box>
    </>
  );
}

function Metadata({ component }: { component: LicenseComponent }) {
  const product = useProductName(component.product);
  return (
    <Panel title="component.metadata">
      <Labelled label="fields.product">
        <PlaceLink to={productLicensesLink(component.product)}>{product}</PlaceLink>
      </Labelled>
      <Labelled label="fields.license_policy">
        {component.license_policy_id ? <PlaceLink to={licensePolicyLink(component.license_policy_id)}>{component.license_policy_name}</PlaceLink> : null}
      </Labelled>
      <Labelled label="fields.branch_name">{component.branch_name}</Labelled>
      <Labelled label="fields.origin_service_name">{component.origin_service_name}</Labelled>
      <Labelled label="fields.upload_filename">{component.upload_filename}</Labelled>
      <Labelled label="fields.last_change">
        <Moment timestamp={component.last_change} />
      </Labelled>
      <Labelled label="fields.import_last_seen">
        <Moment timestamp={component.import_last_seen} />
      </Labelled>
      <Labelled label="fields.created">
        <Moment timestamp={component.created} />
      </Labelled>
    </Panel>
  );
}
