import { Chip, Stack } from "@mui/material";
import { useListContext, useTranslate } from "react-admin";

interface Props {
  /** The filters that have an input of their own. */
  inputs: readonly string[];
}

/** Filters that came with a link and have no input: without a chip nobody would know why rows are missing. */
export function UnseenFilters({ inputs }: Props) {
  const list = useListContext();
  const translate = useTranslate();
  const values = list.filterValues as Record<string, unknown>;
  const unseen = Object.keys(values).filter((name) => !inputs.includes(name));
  if (unseen.length === 0) return null;

  const without = (names: string[]) =>
    list.setFilters(Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name))), list.displayedFilters);
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: "wrap", px: 2, pb: 1 }}>
      {unseen.map((name) => (
        <Chip
          key={name}
          size="small"
          label={`${translate(`resources.${list.resource}.fields.${name}`, { _: name })}: ${String(values[name])}`}
          onDelete={() => without([name])}
        />
      ))}
    </Stack>
  );
}
