import { Box } from "@mui/material";

interface Props {
  timestamp: string | null | undefined;
  dateOnly?: boolean;
}

/** A date, by default with its time, as the browser's language writes it. */
export function Moment({ timestamp, dateOnly = false }: Props) {
  if (!timestamp) return null;
  // A date without time is midnight in UTC: west of it the local form would name the day before.
  const text = dateOnly
    ? new Date(`${timestamp.slice(0, 10)}T00:00:00`).toLocaleDateString()
    : new Date(timestamp).toLocaleString();
  return (
    <Box component="time" dateTime={timestamp} sx={{ whiteSpace: "nowrap" }}>
      {text}
    </Box>
  );
}
