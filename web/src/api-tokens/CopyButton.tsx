import CheckIcon from "@mui/icons-material/Check";
import ContentCopyIcon from "@mui/icons-material/ContentCopy";
import { IconButton, Tooltip } from "@mui/material";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";

interface Props {
  text: string;
  /** Key of the message catalogue. */
  label: string;
}

/** Puts a text on the clipboard. Without a secure connection browsers offer none; then the text has to be selected by hand. */
export function CopyButton({ text, label }: Props) {
  const translate = useTranslate();
  const notify = useNotify();
  const [copied, setCopied] = useState(false);

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      notify("token.copy_failed", { type: "warning" });
    }
  };
  return (
    <Tooltip title={translate(copied ? "token.copied" : label)}>
      <IconButton aria-label={translate(label)} onClick={() => void copy()}>
        {copied ? <CheckIcon /> : <ContentCopyIcon />}
      </IconButton>
    </Tooltip>
  );
}
