import { Box, Skeleton, Table, TableBody, TableCell, TableHead, TableRow, ToggleButton, ToggleButtonGroup, Typography } from "@mui/material";
import { lazy, Suspense, useState } from "react";
import { useTranslate } from "react-admin";
import { ErrorCard } from "../app/ErrorCard";
import { useCurrentUser } from "../session/session";
import { SEVERITIES } from "../values/choices";
import { SEVERITY_COLOURS } from "../values/colours";
import { Panel } from "../values/Panel";
import { daysOf, TIMESPANS, type Days } from "./timespans";
import { useTimeline } from "./useMetrics";

const StackedAreaChart = lazy(() => import("../charts/StackedAreaChart"));

/** From bottom to top. */
const ORDER = SEVERITIES.toReversed();

/** How the number of active observations went; as picture or as table. */
export function TimelinePanel({ product }: { product?: number }) {
  const translate = useTranslate();
  const [days, setDays] = useState<Days>(daysOf(useCurrentUser()?.setting_metrics_timespan));
  const [table, setTable] = useState(false);
  const { data = {}, error, isPending, refetch } = useTimeline(product, days);
  const dates = Object.keys(data).sort();
  const points = dates.map((date) => {
    const counts = data[date] as unknown as Record<string, number>;
    return { date, at: Date.parse(date), values: ORDER.map((severity) => counts[`active_${severity.toLowerCase()}`] ?? 0) };
  });
  const sums = points.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const total = sums.at(-1) ?? 0;
  const change = total - (sums[0] ?? 0);
  const label = translate("metrics.timeline", { days });
  const day = (date: string | undefined) => (date === undefined ? "" : new Date(`${date}T00:00:00`).toLocaleDateString());
  return (
    <Panel title="metrics.timeline" titleArgs={{ days }}>
      <ToggleButtonGroup size="small" exclusive value={days} aria-label={translate("metrics.range")} onChange={(_event, chosen: Days | null) => chosen !== null && setDays(chosen)}>
        {TIMESPANS.map((span) => (
          <ToggleButton key={span.days} value={span.days} sx={{ py: 0.25, textTransform: "none" }}>
            {translate(`metrics.days_${span.days}`)}
          </ToggleButton>
        ))}
        <ToggleButton value={0} selected={table} aria-pressed={table} onClick={(event) => { event.preventDefault(); setTable(!table); }} sx={{ py: 0.25, textTransform: "none" }}>
          {translate("metrics.table")}
        </ToggleButton>
      </ToggleButtonGroup>
      {error !== null ? (
        <ErrorCard error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Skeleton variant="rounded" height={200} />
      ) : points.length === 0 ? (
        <Typography variant="body2">{translate("metrics.none")}</Typography>
      ) : table ? (
        <Box tabIndex={0} role="region" aria-label={label} sx={{ maxHeight: 220, overflow: "auto" }}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{translate("metrics.day")}</TableCell>
                {SEVERITIES.map((severity) => (
                  <TableCell key={severity}>{severity}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {points.toReversed().map(({ date, values }) => (
                <TableRow key={date}>
                  <TableCell>{day(date)}</TableCell>
                  {values.toReversed().map((value, index) => (
                    <TableCell key={SEVERITIES[index]}>{value}</TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      ) : (
        <Suspense fallback={<Skeleton variant="rounded" height={200} />}>
          <StackedAreaChart label={label} times={points.map(({ at }) => at)} series={ORDER.map((severity, band) => ({ label: severity, colour: SEVERITY_COLOURS[severity], values: points.map(({ values }) => values[band] ?? 0) }))} />
        </Suspense>
      )}
      {points.length === 0 ? null : (
        <Typography variant="body2" sx={{ color: "text.secondary" }}>
          {translate("metrics.change", { total: total.toLocaleString(), change: `${change > 0 ? "+" : change === 0 ? "±" : ""}${change}`, days })}
        </Typography>
      )}
    </Panel>
  );
}
