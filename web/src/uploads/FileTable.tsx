import CloseIcon from "@mui/icons-material/Close";
import { IconButton, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from "@mui/material";
import { useTranslate } from "react-admin";
import { FileResult } from "./FileResult";
import type { UploadState } from "./upload";
import type { UploadKind } from "./uploadKinds";

interface Props {
  kind: UploadKind;
  product: number;
  branch: number | null;
  files: readonly File[];
  /** Empty until the upload begins. */
  states: readonly UploadState[];
  onRemove: (index: number) => void;
  /** Called when a number is followed to what it counts. */
  onLeave: () => void;
}

/** The files of an upload, and what became of each. */
export function FileTable({ kind, product, branch, files, states, onRemove, onLeave }: Props) {
  const translate = useTranslate();
  if (files.length === 0) return null;
  const started = states.length > 0;
  return (
    <TableContainer>
      <Table size="small" aria-live="polite">
        <TableHead>
          <TableRow>
            <TableCell>{translate("upload.file")}</TableCell>
            {started ? (
              kind.counts.map((key) => (
                <TableCell key={key} align="right">
                  {translate(`upload.heading.${key}`)}
                </TableCell>
              ))
            ) : (
              <TableCell padding="checkbox">{translate("upload.without")}</TableCell>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {files.map((file, index) => (
            <TableRow key={`${index} ${file.name}`}>
              <TableCell component="th" scope="row" sx={{ overflowWrap: "anywhere", minWidth: "8em", fontWeight: "inherit" }}>
                {file.name}
              </TableCell>
              {started ? (
                <FileResult kind={kind} product={product} branch={branch} file={file.name} state={states[index]} onLeave={onLeave} />
              ) : (
                <TableCell padding="checkbox">
                  <IconButton size="small" aria-label={translate("upload.remove", { name: file.name })} onClick={() => onRemove(index)}>
                    <CloseIcon fontSize="small" />
                  </IconButton>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
