import CheckIcon from "@mui/icons-material/Check";
import ContentCopyIcon from "@mui/icons-material/ContentCopy";
import { IconButton, Tooltip } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useCopy } from "./useCopy";

interface Props {
  text: string;
  /** Key of the message catalogue. */
  label: string;
}

/** Puts a text on the clipboard. */
export function CopyButton({ text, label }: Props) {
  const translate = useTranslate();
  const copy = useCopy();
  const [copied, setCopied] = useState(false);
  return (
    <Tooltip title={translate(label)}>
      <IconButton size="small" aria-label={translate(label)} onClick={() => void copy(text).then(setCopied)}>
        {copied ? <CheckIcon fontSize="small" /> : <ContentCopyIcon fontSize="small" />}
      </IconButton>
    </Tooltip>
  );
}
