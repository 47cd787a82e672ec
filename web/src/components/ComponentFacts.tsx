import type { Component } from "../api/types";
import { Dependencies } from "../graph/Dependencies";
import { useCurrentUser } from "../session/session";
import { Labelled } from "../values/Labelled";
import { OutsideLink } from "../values/OutsideLink";
import { packageLink } from "../values/packageLink";
import { Panel } from "../values/Panel";

type Facts = Pick<
  Component,
  "component_name" | "component_version" | "component_name_version" | "component_type" | "component_purl" | "component_cpe" | "component_cyclonedx_bom_link" | "component_dependencies"
>;

/** What a component is, and how it came in. */
export function ComponentFacts({ component }: { component: Facts }) {
  const preference = useCurrentUser()?.setting_package_info_preference;
  const purl = component.component_purl;
  return (
    <Panel title="component.section">
      <Labelled label="fields.component_name">{component.component_name}</Labelled>
      <Labelled label="fields.component_version">{component.component_version}</Labelled>
      <Labelled label="fields.component_type">{component.component_type}</Labelled>
      <Labelled label="fields.component_purl">{purl ? <OutsideLink to={packageLink(purl, preference)}>{purl}</OutsideLink> : null}</Labelled>
      <Labelled label="fields.component_cpe">{component.component_cpe}</Labelled>
      <Labelled label="fields.component_cyclonedx_bom_link">{component.component_cyclonedx_bom_link}</Labelled>
      <Labelled label="fields.component_dependencies">
        {component.component_dependencies ? <Dependencies text={component.component_dependencies} of={component.component_name_version} /> : null}
      </Labelled>
    </Panel>
  );
}
