import { Link } from "@mui/material";
import type { ReactNode } from "react";
import { Link as RouterLink } from "react-router-dom";

interface Props {
  to: string;
  children: ReactNode;
}

/** A link to another screen of the application. In a table row it does not count as a click on the row. */
export function PlaceLink({ to, children }: Props) {
  return (
    <Link component={RouterLink} to={to} onClick={(event) => event.stopPropagation()} sx={{ overflowWrap: "anywhere" }}>
      {children}
    </Link>
  );
}
