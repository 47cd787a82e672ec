import { Box, Typography } from "@mui/material";
import { useEffect, useRef } from "react";
import type { Hit } from "./sources";

interface Props {
  id: string;
  hit: Hit;
  current: boolean;
  onOpen: (hit: Hit) => void;
}

/** One line of the search: the keyboard stays in the input, which names the current line. */
export function HitOption({ id, hit, current, onOpen }: Props) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <Box
      id={id}
      ref={line}
      role="option"
      aria-selected={current}
      onClick={() => onOpen(hit)}
      sx={{ px: 2, py: 0.75, cursor: "pointer", bgcolor: current ? "action.selected" : "transparent", "&:hover": { bgcolor: "action.hover" } }}
    >
      <Typography variant="body2" sx={{ overflowWrap: "anywhere" }}>
        {hit.text}
      </Typography>
      {hit.hint === undefined || hit.hint === "" ? null : (
        <Typography variant="caption" component="div" sx={{ color: "text.secondary" }}>
          {hit.hint}
        </Typography>
      )}
    </Box>
  );
}
