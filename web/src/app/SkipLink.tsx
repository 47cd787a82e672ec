import { Button } from "@mui/material";
import { useTranslate } from "react-admin";

/** For the keyboard: past bar and menu to the screen. Seen only while it has the focus. */
export function SkipLink({ target }: { target: string }) {
  const translate = useTranslate();
  return (
    <Button
      variant="contained"
      onClick={() => document.getElementById(target)?.focus()}
      sx={{ position: "fixed", top: -100, left: 8, zIndex: "tooltip", "&:focus": { top: 8 } }}
    >
      {translate("page.skip")}
    </Button>
  );
}
