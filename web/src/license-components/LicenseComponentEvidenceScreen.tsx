import { useGetOne } from "react-admin";
import { COMPLETE } from "../api/completeRecord";
import type { LicenseComponent, LicenseComponentEvidence } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { EvidenceSteps } from "../observations/EvidenceSteps";
import { EvidenceText } from "../observations/EvidenceText";
import { Panel } from "../values/Panel";
import { licenseComponentLink } from "./licenseComponentLink";
import { useLicenseComponentPath } from "./useLicenseComponentPath";

export default function LicenseComponentEvidenceScreen() {
  return <Screen<LicenseComponentEvidence> resource="license_component_evidences">{(evidence) => <Content evidence={evidence} />}</Screen>;
}

function Content({ evidence }: { evidence: LicenseComponentEvidence }) {
  const { data: component } = useGetOne<LicenseComponent>("license_components", { id: evidence.license_component, meta: COMPLETE });
  const path = useLicenseComponentPath({ product: evidence.product, ...(component && { branch: component.branch, branch_name: component.branch_name }) });
  return (
    <>
      <PageHeader
        title={evidence.name}
        path={[...path, { name: component?.component_name_version ?? `#${evidence.license_component}`, to: licenseComponentLink(evidence.license_component) }]}
        actions={<EvidenceSteps resource="license_component_evidences" id={evidence.id} evidences={component?.evidences ?? []} />}
      />
      <Panel title="observation.evidence">
        <EvidenceText text={evidence.evidence} />
      </Panel>
    </>
  );
}
