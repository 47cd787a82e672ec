import { Box, Stack, Tooltip } from "@mui/material";
import { Link } from "react-router-dom";
import { textOn } from "./colours";

export interface CountBox {
  key: string;
  count: number;
  /** Says what is counted. */
  label: string;
  /** `#rrggbb` */
  colour: string;
  /** Where the count leads: what it counts. */
  to?: string;
}

/** Numbers in coloured boxes side by side. */
export function CountBoxes({ boxes }: { boxes: readonly CountBox[] }) {
  return (
    <Stack direction="row" sx={{ display: "inline-flex", borderRadius: 1, overflow: "hidden" }}>
      {boxes.map(({ key, count, label, colour, to }) => {
        const target = to === undefined ? { role: "img" } : { component: Link, to };
        return (
          <Tooltip key={key} title={label}>
            <Box
              {...target}
              aria-label={label}
              onClick={(event: React.MouseEvent) => to !== undefined && event.stopPropagation()}
              sx={{
                minWidth: 32,
                px: 0.75,
                py: 0.25,
                textAlign: "center",
                textDecoration: "none",
                fontSize: "0.8125rem",
                backgroundColor: colour,
                color: textOn(colour),
              }}
            >
              {count}
            </Box>
          </Tooltip>
        );
      })}
    </Stack>
  );
}
