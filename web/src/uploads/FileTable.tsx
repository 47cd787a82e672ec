import CloseIcon from "@mui/icons-material/Close";
import { CircularProgress, IconButton, Table, TableBody, TableCell, TableHead, TableRow, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { resultLines, type UploadState } from "./upload";

interface Props {
  files: readonly File[];
  states: readonly UploadState[];
  /** Missing when files can no longer be taken out. */
  onRemove?: (index: number) => void;
}

/** The files of an upload, and what became of each. */
export function FileTable({ files, states, onRemove }: Props) {
  const translate = useTranslate();
  if (files.length === 0) return null;
  return (
    <Table size="small" aria-live="polite">
      <TableHead>
        <TableRow>
          <TableCell>{translate("upload.file")}</TableCell>
          <TableCell>{translate("upload.result")}</TableCell>
          {onRemove === undefined ? null : <TableCell padding="checkbox" />}
        </TableRow>
      </TableHead>
      <TableBody>
        {files.map((file, index) => (
          <TableRow key={`${index} ${file.name}`}>
            <TableCell sx={{ overflowWrap: "anywhere" }}>{file.name}</TableCell>
            <TableCell>
              <Result state={states[index]} />
            </TableCell>
            {onRemove === undefined ? null : (
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
  );
}

function Result({ state }: { state: UploadState | undefined }) {
  const translate = useTranslate();
  if (state === undefined || state.is === "waiting") return null;
  if (state.is === "running") return <CircularProgress size={16} aria-label={translate("upload.running")} />;
  if (state.is === "failed") {
    return (
      <Typography variant="body2" sx={{ color: "error.main", whiteSpace: "pre-wrap" }}>
        {translate(state.message, { _: state.message })}
      </Typography>
    );
  }
  const lines = resultLines(state.result);
  if (lines.length === 0) return <Typography variant="body2">{translate("upload.nothing_changed")}</Typography>;
  return lines.map(({ key, count }) => (
    <Typography key={key} variant="body2">
      {translate(`upload.${key}`, { smart_count: count })}
    </Typography>
  ));
}
