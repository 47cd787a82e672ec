import NavigateBeforeIcon from "@mui/icons-material/NavigateBefore";
import NavigateNextIcon from "@mui/icons-material/NavigateNext";
import { Stack, Typography } from "@mui/material";
import { useTranslate, type Identifier } from "react-admin";
import { useNavigate } from "react-router-dom";
import { useShortcuts } from "../shortcuts/useShortcuts";
import { StepLink } from "./StepLink";
import type { Position } from "./walk";

interface Props {
  position: Position;
  /** The screen of another record. */
  addressOf: (id: Identifier) => string;
}

/** `< 3 / 57 >` with its keys. */
export function Steps({ position: { previous, next, number, total }, addressOf }: Props) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const [back, on] = [previous, next].map((id) => (id === undefined ? null : addressOf(id))) as [string | null, string | null];
  useShortcuts([
    { keys: ["["], label: "action.previous", group: "shortcut.record", run: () => back !== null && void navigate(back) },
    { keys: ["]"], label: "action.next", group: "shortcut.record", run: () => on !== null && void navigate(on) },
  ]);
  return (
    <Stack direction="row" component="nav" aria-label={translate("action.neighbours")} sx={{ alignItems: "center" }}>
      <StepLink to={back} label="action.previous" icon={<NavigateBeforeIcon />} />
      <Typography variant="body2" sx={{ whiteSpace: "nowrap" }}>
        {number} / {total}
      </Typography>
      <StepLink to={on} label="action.next" icon={<NavigateNextIcon />} />
    </Stack>
  );
}
