import { Box, List, ListItem, Stack } from "@mui/material";
import type { Observation } from "../api/types";
import { PageHeader } from "../app/PageHeader";
import { Screen } from "../app/Screen";
import { OutsideLink } from "../values/OutsideLink";
import { Panel } from "../values/Panel";
import { PlaceLink } from "../values/PlaceLink";
import { DuplicatesPanel } from "./DuplicatesPanel";
import { byName } from "./evidence";
import { MetadataPanel } from "./MetadataPanel";
import { ObservationLogPanel } from "./ObservationLogPanel";
import { ObservationPanel } from "./ObservationPanel";
import { ObservationToolbar } from "./ObservationToolbar";
import { originBlocks } from "./originBlocks";
import { Origins } from "./Origins";
import { VulnerabilityPanel } from "./VulnerabilityPanel";
import { useObservationPath } from "./useObservationPath";

export default function ObservationScreen() {
  return <Screen<Observation> resource="observations">{(observation) => <Content observation={observation} />}</Screen>;
}

function Content({ observation }: { observation: Observation }) {
  const path = useObservationPath(observation);
  return (
    <>
      <PageHeader title={observation.title} path={path} actions={<ObservationToolbar observation={observation} />} />
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "minmax(0, 1fr)", md: "minmax(0, 2fr) minmax(0, 1fr)" }, alignItems: "start" }}>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <ObservationPanel observation={observation} />
          <VulnerabilityPanel observation={observation} />
          {originBlocks(observation).length > 0 ? (
            <Panel title="observation.section_origins">
              <Origins observation={observation} />
            </Panel>
          ) : null}
          <ObservationLogPanel observation={observation} />
          <DuplicatesPanel observation={observation} />
        </Stack>
        <Stack spacing={2} sx={{ minWidth: 0 }}>
          <MetadataPanel observation={observation} />
          <References observation={observation} />
          <Evidences observation={observation} />
        </Stack>
      </Box>
    </>
  );
}

function References({ observation }: { observation: Observation }) {
  if (observation.references.length === 0) return null;
  return (
    <Panel title="observation.references">
      <List dense disablePadding>
        {observation.references.map(({ id, url }) => (
          <ListItem key={id} disableGutters>
            <OutsideLink to={url}>{url}</OutsideLink>
          </ListItem>
        ))}
      </List>
    </Panel>
  );
}

function Evidences({ observation }: { observation: Observation }) {
  if (observation.evidences.length === 0) return null;
  return (
    <Panel title="observation.evidences">
      <List dense disablePadding>
        {byName(observation.evidences).map(({ id, name }) => (
          <ListItem key={id} disableGutters>
            <PlaceLink to={`/evidences/${id}/show`}>{name}</PlaceLink>
          </ListItem>
        ))}
      </List>
    </Panel>
  );
}
