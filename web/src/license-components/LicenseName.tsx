import { Box } from "@mui/material";

interface Props {
  name: string;
  /** Whether it is a license of the SPDX list or an expression; anything else is less certain and in italics. */
  known: boolean;
}

/** The name of a license. */
export function LicenseName({ name, known }: Props) {
  return <Box component={known ? "span" : "em"}>{name}</Box>;
}
