import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import type { LicenseComponent, LicenseComponentListItem } from "../api/types";
import { licenseLink } from "../licenses/licenseLink";
import { EvaluationChip } from "../values/EvaluationChip";
import { Labelled } from "../values/Labelled";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";
import { claimsOf } from "./claims";
import { EvaluationReason } from "./EvaluationReason";
import { LicenseName } from "./LicenseName";

interface Props {
  /** Lists do not tell the license group that decided. */
  component: LicenseComponentListItem & Partial<Pick<LicenseComponent, "license_group_name">>;
  action?: ReactNode;
}

/** Under which licenses a component is, according to whom, and what the policy says of it. */
export function LicensePanel({ component, action }: Props) {
  const translate = useTranslate();
  const claims = claimsOf(component);
  return (
    <Panel title="license.license" action={action}>
      {claims.length === 0 ? (
        <Labelled label="fields.effective_license_name">
          <LicenseName name={component.effective_license_name} known={false} />
        </Labelled>
      ) : (
        claims.map(({ source, name, license, known }) => (
          <Labelled key={source} label={`license.${source}`}>
            {license === null ? <LicenseName name={name} known={known} /> : <PlaceLink to={licenseLink(license)}>{name}</PlaceLink>}
          </Labelled>
        ))
      )}
      <Labelled label="fields.manual_concluded_comment">{component.manual_concluded_comment}</Labelled>
      <Labelled label="fields.evaluation_result">
        <EvaluationChip result={component.evaluation_result} />
      </Labelled>
      <Labelled label="license.reason">{component.evaluation_reason ? <EvaluationReason reason={component.evaluation_reason} group={component.license_group_name ?? ""} /> : translate("license.no_reason")}</Labelled>
    </Panel>
  );
}
