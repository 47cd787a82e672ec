import { Skeleton, Stack } from "@mui/material";
import { useTranslate } from "react-admin";

/** The outline of a screen while it or its data is on the way. */
export function ScreenSkeleton() {
  const translate = useTranslate();
  return (
    <Stack spacing={2} role="status" aria-label={translate("page.loading")}>
      <Skeleton variant="rounded" height={64} />
      <Skeleton variant="rounded" height={360} />
    </Stack>
  );
}
