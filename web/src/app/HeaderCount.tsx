import { Box, Typography } from "@mui/material";
import type { ReactNode } from "react";

/** Numbers in the head of a page, with what they are. */
export function HeaderCount({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box>
      <Typography variant="caption" component="div" sx={{ color: "text.secondary" }}>
        {label}
      </Typography>
      {children}
    </Box>
  );
}
