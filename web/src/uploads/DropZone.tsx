import UploadFileIcon from "@mui/icons-material/UploadFile";
import { Box, Button, Typography } from "@mui/material";
import { useRef, useState, type DragEvent } from "react";
import { useTranslate } from "react-admin";

interface Props {
  extensions: readonly string[];
  disabled: boolean;
  onFiles: (files: File[]) => void;
}

/** Takes files that are dropped on it, or chosen with its button. */
export function DropZone({ extensions, disabled, onFiles }: Props) {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) onFiles([...event.dataTransfer.files]);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      sx={{ p: 3, textAlign: "center", border: 2, borderStyle: "dashed", borderColor: over ? "primary.main" : "divider", borderRadius: 2, bgcolor: over ? "action.hover" : "transparent" }}
    >
      <UploadFileIcon aria-hidden sx={{ fontSize: 40, color: "text.secondary" }} />
      <Typography gutterBottom>{translate("upload.drop", { extensions: extensions.join(", ") })}</Typography>
      <Button variant="outlined" size="small" disabled={disabled} autoFocus onClick={() => input.current?.click()}>
        {translate("upload.choose")}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={translate("upload.choose")}
        accept={extensions.join(",")}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again after it was removed.
          event.target.value = "";
        }}
      />
    </Box>
  );
}
