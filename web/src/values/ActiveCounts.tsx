import { Box, Stack, Tooltip } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { activeCounts, type Counted } from "./activeCounts";
import { SEVERITY_COLOURS, textOn } from "./colours";
import type { Severity } from "../api/types";

interface Props {
  record: Counted;
  /** Where a count leads: the observations that it counts. */
  linkTo?: (severity: Severity) => string;
}

/** Six boxes with the numbers of active observations, worst first. */
export function ActiveCounts({ record, linkTo }: Props) {
  const translate = useTranslate();
  return (
    <Stack direction="row" sx={{ display: "inline-flex", borderRadius: 1, overflow: "hidden" }}>
      {activeCounts(record).map(({ severity, count }) => {
        const label = translate("observation.count_of_severity", { count, severity });
        const colour = SEVERITY_COLOURS[severity];
        const target = linkTo === undefined ? {} : { component: Link, to: linkTo(severity) };
        return (
          <Tooltip key={severity} title={label}>
            <Box
              {...target}
              aria-label={label}
              role={linkTo === undefined ? "img" : undefined}
              onClick={(event: React.MouseEvent) => linkTo && event.stopPropagation()}
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
