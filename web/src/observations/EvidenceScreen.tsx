import { Box } from "@mui/material";
import { useGetOne } from "react-admin";
import { COMPLETE } from "../api/completeRecord";
import type { Evidence, Observation } from "../api/types";
import { PageTitle } from "../app/PageTitle";
import { Screen } from "../app/Screen";
import { Labelled } from "../values/Labelled";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";
import { observationLink } from "./observationLink";
import { prettyEvidence } from "./prettyEvidence";

export default function EvidenceScreen() {
  return <Screen<Evidence> resource="evidences">{(evidence) => <Content evidence={evidence} />}</Screen>;
}

function Content({ evidence }: { evidence: Evidence }) {
  const { data: observation } = useGetOne<Observation>("observations", { id: evidence.observation, meta: COMPLETE });
  return (
    <Panel title="observation.evidence">
      <PageTitle parts={[evidence.name, observation?.title]} />
      <Labelled label="fields.product">
        {observation === undefined ? null : <PlaceLink to={`/products/${observation.product}/show`}>{observation.product_data.name}</PlaceLink>}
      </Labelled>
      <Labelled label="fields.observation">
        <PlaceLink to={observationLink(evidence.observation)}>{observation?.title ?? String(evidence.observation)}</PlaceLink>
      </Labelled>
      <Labelled label="fields.name">{evidence.name}</Labelled>
      <Box component="pre" sx={{ m: 0, p: 2, borderRadius: 1, bgcolor: "action.hover", overflow: "auto", fontSize: "0.8rem" }}>
        {prettyEvidence(evidence.evidence)}
      </Box>
    </Panel>
  );
}
