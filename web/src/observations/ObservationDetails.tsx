import FactCheckIcon from "@mui/icons-material/FactCheck";
import { Box, Stack, Typography } from "@mui/material";
import { lazy } from "react";
import { useGetOne } from "react-admin";
import { can, Permission } from "../access/permissions";
import { COMPLETE } from "../api/completeRecord";
import type { Observation } from "../api/types";
import { ErrorCard } from "../app/ErrorCard";
import { ScreenSkeleton } from "../app/ScreenSkeleton";
import { DialogButton } from "../dialogs/DialogButton";
import { Panel } from "../values/Panel";
import { ObservationPanel } from "./ObservationPanel";
import { originBlocks } from "./originBlocks";
import { Origins } from "./Origins";
import { VulnerabilityPanel } from "./VulnerabilityPanel";

const AssessmentDialog = lazy(() => import("./AssessmentDialog"));

/** An observation beside its list: what one has to know to decide on it. */
export default function ObservationDetails({ id }: { id: number }) {
  const { data, error, refetch } = useGetOne<Observation>("observations", { id, meta: COMPLETE });
  if (error !== null && data === undefined) return <ErrorCard error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <ScreenSkeleton />;
  return (
    <Stack spacing={1.5}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
        <Box sx={{ flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" }}>
          <Typography variant="subtitle1" component="h2" sx={{ fontWeight: 500, lineHeight: 1.3 }}>
            {data.title}
          </Typography>
          <Typography variant="caption" sx={{ color: "text.secondary" }}>
            {[data.product_data.name, data.branch_name, data.origin_service_name, data.parser_data.name].filter(Boolean).join(" · ")}
          </Typography>
        </Box>
        {can(data.product_data, Permission.ObservationAssess) ? (
          <DialogButton key={data.id} label="observation.assessment" icon={<FactCheckIcon />} dialog={(close) => <AssessmentDialog observation={data} onClose={close} />} />
        ) : null}
      </Box>
      <ObservationPanel observation={data} />
      <VulnerabilityPanel observation={data} />
      {originBlocks(data).length > 0 ? (
        <Panel title="observation.section_origins">
          <Origins observation={data} />
        </Panel>
      ) : null}
    </Stack>
  );
}
