import { Box, Button, LinearProgress, Stack, Typography } from "@mui/material";
import { useTranslate } from "react-admin";

interface Props {
  done: number;
  total: number;
  onCancel: () => void;
}

/** How far a bulk action is. Cancelling keeps what is done. */
export function BulkProgress({ done, total, onCancel }: Props) {
  const translate = useTranslate();
  const text = translate("bulk.progress", { done, total });
  return (
    <Box role="status" sx={{ mt: 2 }}>
      <LinearProgress variant="determinate" value={total === 0 ? 100 : (100 * done) / total} aria-label={text} />
      <Stack direction="row" sx={{ mt: 1, justifyContent: "space-between", alignItems: "center" }}>
        <Typography variant="body2">{text}</Typography>
        <Button size="small" color="inherit" onClick={onCancel}>
          {translate("bulk.stop")}
        </Button>
      </Stack>
    </Box>
  );
}
