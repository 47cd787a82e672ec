import { Box, Typography } from "@mui/material";
import { bands, type Point } from "./stack";

interface Props {
  label: string;
  points: readonly Point[];
  /** One for each value of a point. */
  colours: readonly string[];
  from: string;
  to: string;
}

/** How numbers went, one filled band above the other. */
export function StackedArea({ label, points, colours, from, to }: Props) {
  const { top, paths } = bands(points, colours.length);
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "auto 1fr", columnGap: 1 }}>
      <Box sx={{ display: "flex", flexDirection: "column", justifyContent: "space-between", textAlign: "right" }}>
        <Typography variant="caption">{top.toLocaleString()}</Typography>
        <Typography variant="caption">0</Typography>
      </Box>
      <Box component="svg" role="img" aria-label={label} viewBox="0 0 100 100" preserveAspectRatio="none" sx={{ width: 1, height: 170, borderBottom: 1, borderLeft: 1, borderColor: "divider" }}>
        {paths.map((path, band) => (
          <path key={colours[band]} d={path} fill={colours[band]} />
        ))}
      </Box>
      <span />
      <Box sx={{ display: "flex", justifyContent: "space-between" }}>
        <Typography variant="caption">{from}</Typography>
        <Typography variant="caption">{to}</Typography>
      </Box>
    </Box>
  );
}
