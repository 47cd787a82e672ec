import { Chip } from "@mui/material";
import { textOn } from "./colours";

interface Props {
  label: string;
  /** `#rrggbb`; neutral without. */
  colour?: string;
}

/** A value in a small pill; coloured ones get the text colour that is easier to read. */
export function ValueChip({ label, colour }: Props) {
  if (label === "") return null;
  const sx = colour === undefined ? undefined : { backgroundColor: colour, color: textOn(colour), fontWeight: 500 };
  return <Chip size="small" label={label} {...(sx && { sx })} />;
}
