import { Box, Stack } from "@mui/material";
import { CopyButton } from "./CopyButton";

interface Props {
  text: string;
  /** Key of the message catalogue: what is copied. */
  label: string;
}

/** A text as it stands, with a button that copies it. */
export function CopyableText({ text, label }: Props) {
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: "flex-start" }}>
      <Box
        component="pre"
        // It scrolls: the keyboard has to get there.
        tabIndex={0}
        sx={{ m: 0, p: 1.5, flexGrow: 1, minWidth: 0, borderRadius: 1, bgcolor: "action.hover", overflowX: "auto", fontSize: "0.8125rem", whiteSpace: { xs: "pre-wrap", md: "pre" }, overflowWrap: "anywhere" }}
      >
        {text}
      </Box>
      <CopyButton text={text} label={label} />
    </Stack>
  );
}
