import { IconButton, Tooltip } from "@mui/material";
import type { ReactElement } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";

interface Props {
  /** null: there is nothing on this side. */
  to: string | null;
  /** Key of the message catalogue. */
  label: string;
  icon: ReactElement;
}

export function StepLink({ to, label, icon }: Props) {
  const translate = useTranslate();
  const name = translate(label);
  if (to === null) {
    return (
      <IconButton size="small" aria-label={name} disabled>
        {icon}
      </IconButton>
    );
  }
  return (
    <Tooltip title={name}>
      <IconButton size="small" aria-label={name} component={Link} to={to}>
        {icon}
      </IconButton>
    </Tooltip>
  );
}
