import { Skeleton, Stack } from "@mui/material";
import { useTranslate } from "react-admin";

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8];

/** The outline of a list while its rows are on the way. */
export function ListSkeleton() {
  const translate = useTranslate();
  return (
    <Stack spacing={1.25} role="status" aria-label={translate("page.loading")} sx={{ px: 2, py: 1.5 }}>
      {ROWS.map((row) => (
        <Skeleton key={row} variant="rounded" height={28} />
      ))}
    </Stack>
  );
}
