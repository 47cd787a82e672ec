import { CircularProgress, Link, TableCell, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link as RouterLink } from "react-router-dom";
import { countedLink, type UploadState } from "./upload";
import type { UploadKind } from "./uploadKinds";

interface Props {
  kind: UploadKind;
  product: number;
  branch: number | null;
  file: string;
  state: UploadState | undefined;
  onLeave: () => void;
}

/** The cells that tell what became of a file: its numbers, each a link to what it counts, or why it failed. */
export function FileResult({ kind, product, branch, file, state, onLeave }: Props) {
  const translate = useTranslate();
  if (state === undefined || state.is === "waiting") return <TableCell colSpan={kind.counts.length}>{translate("upload.waiting")}</TableCell>;
  if (state.is === "running") {
    return (
      <TableCell colSpan={kind.counts.length}>
        <CircularProgress size={16} aria-label={translate("upload.running")} />
      </TableCell>
    );
  }
  if (state.is === "failed") {
    return (
      <TableCell colSpan={kind.counts.length}>
        <Typography variant="body2" sx={{ color: "error.main", whiteSpace: "pre-wrap" }}>
          {translate(state.message, { _: state.message })}
        </Typography>
      </TableCell>
    );
  }
  return kind.counts.map((key) => {
    const count = state.result[key] ?? 0;
    const name = translate(`upload.${key}`, { smart_count: count });
    const link = count === 0 ? null : countedLink(key, product, file, branch);
    return (
      <TableCell key={key} align="right">
        {link === null ? (
          <span title={name}>{count}</span>
        ) : (
          <Link component={RouterLink} to={link} aria-label={name} onClick={onLeave}>
            {count}
          </Link>
        )}
      </TableCell>
    );
  });
}
