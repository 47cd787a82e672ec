import { Link } from "@mui/material";
import type { ReactNode } from "react";
import { Link as RouterLink } from "react-router-dom";

/** The attribute of links that open their row, with its id: there the keyboard goes from row to row. */
export const ROW_LINK = "data-row";

interface Props {
  to: string;
  children: ReactNode;
  /** Id of the row that it opens. */
  row?: string | number;
}

/** A link to another screen of the application. In a table row it does not count as a click on the row. */
export function PlaceLink({ to, children, row }: Props) {
  return (
    <Link component={RouterLink} to={to} onClick={(event) => event.stopPropagation()} sx={{ overflowWrap: "anywhere" }} {...(row !== undefined && { [ROW_LINK]: row })}>
      {children}
    </Link>
  );
}
