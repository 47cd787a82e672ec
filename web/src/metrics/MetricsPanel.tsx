import { Box, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Product } from "../api/types";
import { ErrorCard } from "../app/ErrorCard";
import { BarChart } from "../charts/BarChart";
import { activeObservationsLink, productObservationsLink } from "../observations/observationLink";
import { SEVERITIES, STATUSES } from "../values/choices";
import { SEVERITY_COLOURS, STATUS_COLOURS } from "../values/colours";
import { Moment } from "../values/Moment";
import { Panel } from "../values/Panel";
import { TimelinePanel } from "./TimelinePanel";
import { useCurrentMetrics, useMetricsStatus } from "./useMetrics";

interface Props {
  /** Of one product, or of one group; otherwise of everything that one may see. */
  product?: Product;
  group?: number;
}

/** How many observations there are, and how their number went. */
export default function MetricsPanel({ product, group }: Props) {
  const translate = useTranslate();
  const id = product?.id ?? group;
  const { data, error, refetch } = useCurrentMetrics(id);
  const branch = product?.repository_default_branch ?? null;
  const link = (filter: Record<string, unknown>) => {
    if (product !== undefined) return productObservationsLink(product.id, { ...filter, ...(branch !== null && { branch }) });
    return activeObservationsLink({ ...filter, ...(group !== undefined && { product_group: group }) });
  };
  if (error !== null) return <ErrorCard error={error} onRetry={() => void refetch()} />;
  const counts = data as Record<string, number> | undefined;
  const count = (name: string) => counts?.[name] ?? 0;
  return (
    <>
      <Facts branch={product?.repository_default_branch_name ?? ""} />
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "repeat(3, minmax(0, 1fr))" } }}>
        <Panel title="metrics.severities">
          <BarChart
            bars={SEVERITIES.map((severity) => ({ label: severity, count: count(`active_${severity.toLowerCase()}`), colour: SEVERITY_COLOURS[severity], to: link({ current_severity: [severity] }) }))}
          />
        </Panel>
        <TimelinePanel {...(id !== undefined && { product: id })} />
        <Panel title="metrics.statuses">
          <BarChart
            bars={STATUSES.map((status) => ({ label: status, count: count(status.toLowerCase().replaceAll(" ", "_")), colour: STATUS_COLOURS[status], to: link({ current_status: [status] }) }))}
          />
        </Panel>
      </Box>
      {data === undefined ? <Typography role="status">{translate("page.loading")}</Typography> : null}
    </>
  );
}

/** How fresh the recorded numbers are. */
function Facts({ branch }: { branch: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useMetricsStatus();
  if (error !== null) {
    return (
      <Box sx={{ mb: 1 }}>
        <ErrorCard error={error} onRetry={() => void refetch()} />
      </Box>
    );
  }
  if (data === undefined) return <Box sx={{ height: 28 }} />;
  return (
    <Typography variant="body2" component="div" sx={{ mb: 1, minHeight: 20, color: "text.secondary", display: "flex", flexWrap: "wrap", columnGap: 3 }}>
      {data.last_calculated ? (
        <span>
          {translate("fields.last_calculated")}: <Moment timestamp={data.last_calculated} />
        </span>
      ) : null}
      <span>
        {translate("fields.calculation_interval")}: {translate("metrics.minutes", { smart_count: data.calculation_interval ?? 0 })}
      </span>
      {branch === "" ? null : (
        <span>
          {translate("fields.repository_default_branch_name")}: {branch}
        </span>
      )}
    </Typography>
  );
}
