import NavigateBeforeIcon from "@mui/icons-material/NavigateBefore";
import NavigateNextIcon from "@mui/icons-material/NavigateNext";
import { Stack, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router-dom";
import { useShortcuts } from "../shortcuts/useShortcuts";
import type { ListContext } from "./context";
import { StepLink } from "./StepLink";
import { useNeighbours } from "./useNeighbours";

interface Props {
  resource: string;
  light: string;
  id: number;
  context: ListContext;
  /** What names the context in the address. */
  from: string;
}

export function Neighbours({ resource, light, id, context, from }: Props) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const position = useNeighbours(light, context, id);
  const address = (other: number | undefined) => (other === undefined ? null : `/${resource}/${other}/show?from=${from}`);
  const [previous, next] = [address(position?.previous), address(position?.next)];
  useShortcuts(
    position === null
      ? []
      : [
          { keys: ["["], label: "action.previous", group: "shortcut.record", run: () => previous !== null && void navigate(previous) },
          { keys: ["]"], label: "action.next", group: "shortcut.record", run: () => next !== null && void navigate(next) },
        ],
  );
  if (position === null) return null;
  return (
    <Stack direction="row" component="nav" aria-label={translate("action.neighbours")} sx={{ alignItems: "center" }}>
      <StepLink to={previous} label="action.previous" icon={<NavigateBeforeIcon />} />
      <Typography variant="body2" sx={{ whiteSpace: "nowrap" }}>
        {position.number} / {position.total}
      </Typography>
      <StepLink to={next} label="action.next" icon={<NavigateNextIcon />} />
    </Stack>
  );
}
