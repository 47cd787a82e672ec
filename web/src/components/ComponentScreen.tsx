import ExtensionIcon from "@mui/icons-material/Extension";
import { Box, Stack } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Component, ObservationListItem } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import type { ListFilter } from "../lists/filters";
import { RecordList } from "../lists/RecordList";
import { stateKeys, withinFilter } from "../navigation/context";
import { PrevNext } from "../navigation/PrevNext";
import { PRODUCT_COLUMNS } from "../observations/observationColumns";
import { observationLink, productObservationsLink } from "../observations/observationLink";
import { productLink } from "../products/productLink";
import { useFeature } from "../session/statusSettings";
import { ACTIVE_STATUSES, AGES, choices, SEVERITIES, STATUSES } from "../values/choices";
import { Labelled } from "../values/Labelled";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";
import { ComponentFacts } from "./ComponentFacts";
import { ComponentLicense } from "./ComponentLicense";

const SOURCES = ["title", "current_severity", "current_status", "scanner_name", "last_observation_log"];
const COLUMNS = PRODUCT_COLUMNS.filter(({ source }) => SOURCES.includes(source));
const FILTERS: readonly ListFilter[] = [
  { kind: "text", source: "title", search: true },
  { kind: "choices", source: "current_severity", choices: choices(SEVERITIES) },
  { kind: "choices", source: "current_status", choices: choices(STATUSES) },
  { kind: "text", source: "scanner" },
  { kind: "choice", source: "age", choices: choices(AGES) },
];

export default function ComponentScreen() {
  return <Screen<Component> resource="components">{(component) => <Content component={component} />}</Screen>;
}

function Content({ component }: { component: Component }) {
  const translate = useTranslate();
  const licenses = useFeature("feature_license_management");
  const { product, product_name, branch, branch_name } = component;
  const path = [
    { name: translate("menu.components"), to: "/components" },
    { name: product_name, to: productLink(product) },
    ...(branch ? [{ name: branch_name, to: productObservationsLink(product, { branch }) }] : []),
  ];
  return (
    <>
      <PageHeader title={component.component_name_version ?? component.component_name} icon={<ExtensionIcon />} path={path} actions={<PrevNext resource="components" light="component_names" id={component.id} />} />
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "minmax(0, 2fr) minmax(0, 1fr)" }, alignItems: "start" }}>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <ComponentFacts component={component} />
          {component.has_observations ? <Observations component={component} /> : null}
        </Stack>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <Panel title="component.metadata">
            <Labelled label="fields.product">
              <PlaceLink to={productLink(component.product)}>{component.product_name}</PlaceLink>
            </Labelled>
            <Labelled label="fields.branch_name">{component.branch_name}</Labelled>
            <Labelled label="fields.origin_service_name">{component.origin_service_name}</Labelled>
          </Panel>
          {licenses ? <ComponentLicense component={component.id} /> : null}
        </Stack>
      </Box>
    </>
  );
}

/** The observations of exactly this component, at first the active ones. */
function Observations({ component }: { component: Component }) {
  const filter = { component: component.id };
  return (
    <Panel title="component.observations">
      <RecordList<ObservationListItem>
        key={component.id}
        resource="observations"
        stateKey={stateKeys.observationsOfComponent}
        sort={{ field: "current_severity", order: "ASC" }}
        filter={filter}
        filterDefaults={{ current_status: ACTIVE_STATUSES }}
        columns={COLUMNS}
        filters={FILTERS}
        rowLink={({ id }) => observationLink(id, withinFilter("component", filter))}
        light="observation_titles"
        plain
      />
    </Panel>
  );
}
