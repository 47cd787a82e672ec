import { TableCell, TableRow } from "@mui/material";
import type { ReactNode } from "react";

interface Props {
  id: string;
  /** How many columns the table has. */
  width: number;
  children: ReactNode;
}

/** More about the row above. */
export function ExpandedRow({ id, width, children }: Props) {
  return (
    <TableRow id={id}>
      <TableCell colSpan={width} sx={{ px: 3, pt: 0, pb: 2 }}>
        {children}
      </TableCell>
    </TableRow>
  );
}
