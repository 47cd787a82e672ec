import { Chip } from "@mui/material";
import { Link } from "react-router-dom";
import { textOn } from "./colours";

interface Props {
  label: string;
  /** `#rrggbb`; neutral without. */
  colour?: string;
  /** Where it leads. */
  to?: string | undefined;
}

/** A value in a small pill; coloured ones get the text colour that is easier to read. */
export function ValueChip({ label, colour, to }: Props) {
  if (label === "") return null;
  const text = colour === undefined ? undefined : textOn(colour);
  const look = colour === undefined ? {} : { backgroundColor: colour, color: text, fontWeight: 500 };
  if (to === undefined) return <Chip size="small" label={label} sx={look} />;
  // In a table row it does not count as a click on the row. Its colour stays: another one might be unreadable.
  const hovered = colour === undefined ? {} : { "&:hover, &.Mui-focusVisible": { backgroundColor: colour, textDecoration: "underline" } };
  return <Chip size="small" label={label} clickable component={Link} to={to} onClick={(event) => event.stopPropagation()} sx={{ ...look, ...hovered }} />;
}
