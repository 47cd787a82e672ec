import { Box } from "@mui/material";

interface Props {
  timestamp: string | null | undefined;
  dateOnly?: boolean;
}

const MINUTES: Intl.DateTimeFormatOptions = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "2-digit" };

/** A date, by default with its time, as the browser's language writes it. The tooltip has the seconds. */
export function Moment({ timestamp, dateOnly = false }: Props) {
  if (!timestamp) return null;
  // A date without time is midnight in UTC: west of it the local form would name the day before.
  const date = new Date(dateOnly ? `${timestamp.slice(0, 10)}T00:00:00` : timestamp);
  return (
    <Box component="time" dateTime={timestamp} title={dateOnly ? undefined : date.toLocaleString()} sx={{ whiteSpace: "nowrap" }}>
      {dateOnly ? date.toLocaleDateString() : date.toLocaleString(undefined, MINUTES)}
    </Box>
  );
}
