import { Box, Stack, Typography } from "@mui/material";
import { Link } from "react-router-dom";

export interface Bar {
  label: string;
  count: number;
  colour: string;
  /** The list of what is counted. */
  to: string;
}

/** Numbers as bars, each a link to what it counts. */
export function BarChart({ bars }: { bars: readonly Bar[] }) {
  const largest = Math.max(5, ...bars.map(({ count }) => count));
  return (
    <Stack component="ul" spacing={0.5} sx={{ m: 0, p: 0, listStyle: "none" }}>
      {bars.map(({ label, count, colour, to }) => (
        <li key={label}>
          <Box
            component={Link}
            to={to}
            aria-label={`${label}: ${count}`}
            sx={{ display: "grid", gridTemplateColumns: "7em 1fr 4em", gap: 1, alignItems: "center", color: "text.primary", textDecoration: "none", borderRadius: 1, minHeight: 24, "&:hover": { bgcolor: "action.hover" } }}
          >
            <Typography variant="body2" noWrap>
              {label}
            </Typography>
            <Box sx={{ height: 14, borderRadius: 0.5, bgcolor: "action.hover" }}>
              <Box sx={{ height: 1, minWidth: count > 0 ? 4 : 0, borderRadius: "inherit", border: count > 0 ? 1 : 0, borderColor: "divider", bgcolor: colour }} style={{ width: `${(100 * count) / largest}%` }} />
            </Box>
            <Typography variant="body2" sx={{ textAlign: "right", fontVariantNumeric: "tabular-nums" }}>
              {count.toLocaleString()}
            </Typography>
          </Box>
        </li>
      ))}
    </Stack>
  );
}
