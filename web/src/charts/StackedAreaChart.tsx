import { Box } from "@mui/material";
import { LineChart, lineClasses } from "@mui/x-charts/LineChart";

export interface Series {
  label: string;
  colour: string;
  values: readonly number[];
}

interface Props {
  label: string;
  /** Moments in milliseconds, ascending. */
  times: readonly number[];
  /** The lowest band first. */
  series: readonly Series[];
}

/** The least that the scale shows: few things do not look like many. */
const LEAST_TOP = 5;
const HEIGHT = 200;

/** How numbers went, one filled band above the other; the numbers of a day are shown at the pointer, and for the arrow keys. */
export default function StackedAreaChart({ label, times, series }: Props) {
  const day = (at: number, { location }: { location: string }) =>
    new Date(at).toLocaleDateString(undefined, { timeZone: "UTC", ...(location === "tick" && { month: "numeric", day: "numeric" }) });
  const top = Math.max(LEAST_TOP, ...times.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)));
  // The chart's own title would name an element without a role.
  return (
    <Box role="group" aria-label={label}>
      <LineChart
        height={HEIGHT}
        margin={{ top: 8, right: 28, bottom: 4, left: 0 }}
        hideLegend
        skipAnimation
        sx={{ [`& .${lineClasses.area}`]: { filter: "none" } }}
        xAxis={[{ data: [...times], scaleType: "time", valueFormatter: day, tickNumber: 3 }]}
        yAxis={[{ min: 0, max: top, tickMinStep: 1, width: 44 }]}
        series={series.map(({ label: name, colour, values }) => ({ data: [...values], label: name, color: colour, area: true, stack: "total", showMark: times.length === 1, curve: "linear" as const }))}
      />
    </Box>
  );
}
