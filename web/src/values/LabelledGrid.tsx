import { Box } from "@mui/material";
import type { ReactNode } from "react";

/** Labelled values beside each other, as many as there is room for. */
export function LabelledGrid({ children }: { children: ReactNode }) {
  return <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: "repeat(auto-fill, minmax(16em, 1fr))" }}>{children}</Box>;
}
