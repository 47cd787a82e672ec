import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from "@mui/material";
import { useRecordContext, useTranslate } from "react-admin";
import type { AuditLog } from "../api/types";

/** The attributes that a change concerned, before and after. */
export function AuditChanges() {
  const translate = useTranslate();
  const changes = useRecordContext<AuditLog>()?.changes ?? [];
  if (changes.length === 0) return <Typography variant="body2">{translate("audit.none")}</Typography>;
  return (
    <Table size="small" sx={{ "& td": { overflowWrap: "anywhere", whiteSpace: "pre-wrap" } }}>
      <TableHead>
        <TableRow>
          <TableCell>{translate("audit.field")}</TableCell>
          <TableCell>{translate("audit.old")}</TableCell>
          <TableCell>{translate("audit.new")}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map((change) => (
          <TableRow key={change.field}>
            <TableCell>{change.field}</TableCell>
            <TableCell>{change.old}</TableCell>
            <TableCell>{change.new}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
