import { Button } from "@mui/material";
import type { ReactNode } from "react";
import { SaveButton, Toolbar, useTranslate } from "react-admin";
import { useNavigate } from "react-router-dom";

interface Props {
  /** Beside the button that saves, at the far end: what does more harm. */
  danger?: ReactNode;
  /** Also without a change. */
  alwaysEnable?: boolean;
}

/** The buttons of a full-page form, at the bottom of the window. */
export function FormToolbar({ danger, alwaysEnable = false }: Props) {
  const translate = useTranslate();
  const navigate = useNavigate();
  return (
    <Toolbar
      sx={{ position: "sticky", bottom: 0, zIndex: 2, gap: 1, px: { xs: 2, md: 3 }, py: 1, bgcolor: "background.paper", borderRadius: "0 0 10px 10px", borderTop: 1, borderColor: "divider" }}
    >
      <SaveButton alwaysEnable={alwaysEnable} />
      <Button color="inherit" onClick={() => void navigate(-1)} sx={{ mr: "auto" }}>
        {translate("ra.action.cancel")}
      </Button>
      {danger}
    </Toolbar>
  );
}
