import { useGetOne } from "react-admin";
import { COMPLETE } from "../api/completeRecord";
import type { Evidence, Observation } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { Labelled } from "../values/Labelled";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";
import { productLink } from "../products/productLink";
import { EvidenceSteps } from "./EvidenceSteps";
import { EvidenceText } from "./EvidenceText";
import { observationLink } from "./observationLink";

export default function EvidenceScreen() {
  return <Screen<Evidence> resource="evidences">{(evidence) => <Content evidence={evidence} />}</Screen>;
}

function Content({ evidence }: { evidence: Evidence }) {
  const { data: observation } = useGetOne<Observation>("observations", { id: evidence.observation, meta: COMPLETE });
  const path =
    observation === undefined
      ? []
      : [
          { name: observation.product_data.name, to: productLink(observation.product) },
          { name: observation.title, to: observationLink(observation.id) },
        ];
  return (
    <>
      <PageHeader title={evidence.name} path={path} actions={<EvidenceSteps resource="evidences" id={evidence.id} evidences={observation?.evidences ?? []} />} />
      <Panel title="observation.evidence">
        <Labelled label="fields.product">
          {observation === undefined ? null : <PlaceLink to={`/products/${observation.product}/show`}>{observation.product_data.name}</PlaceLink>}
        </Labelled>
        <Labelled label="fields.observation">
          <PlaceLink to={observationLink(evidence.observation)}>{observation?.title ?? String(evidence.observation)}</PlaceLink>
        </Labelled>
        <EvidenceText text={evidence.evidence} />
      </Panel>
    </>
  );
}
