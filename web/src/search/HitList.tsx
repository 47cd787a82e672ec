import { Box, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { HitOption } from "./HitOption";
import type { Hit } from "./sources";
import type { Group } from "./useSearch";

interface Props {
  id: string;
  groups: readonly Group[];
  /** Key of the hit that Enter opens. */
  current: string | undefined;
  onOpen: (hit: Hit) => void;
}

/** What was found, under a heading for each kind of things. */
export function HitList({ id, groups, current, onOpen }: Props) {
  const translate = useTranslate();
  return (
    <Box id={id} role="listbox" aria-label={translate("search.results")}>
      {groups.map(({ label, hits, total, all }) => (
        <Box key={label} role="group" aria-label={translate(label)}>
          <Typography variant="caption" component="div" aria-hidden sx={{ px: 2, pt: 1, color: "text.secondary", fontWeight: 500 }}>
            {translate(label)}
          </Typography>
          {hits.map((hit) => (
            <HitOption key={hit.key} id={`${id}-${hit.key}`} hit={hit} current={hit.key === current} onOpen={onOpen} />
          ))}
          {all === undefined ? null : (
            <HitOption
              id={`${id}-all-${label}`}
              hit={{ key: `all-${label}`, text: translate("search.all", { total }), to: all }}
              current={current === `all-${label}`}
              onOpen={onOpen}
            />
          )}
        </Box>
      ))}
    </Box>
  );
}
