import EditIcon from "@mui/icons-material/Edit";
import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link, useNavigate } from "react-router-dom";
import { useShortcuts } from "../shortcuts/useShortcuts";

/** Leads from a record's screen to its form, as the key `e` does. */
export function EditLink({ to }: { to: string }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  useShortcuts([{ keys: ["e"], label: "ra.action.edit", group: "shortcut.record", run: () => void navigate(to) }]);
  return (
    <Button size="small" component={Link} to={to} startIcon={<EditIcon />}>
      {translate("ra.action.edit")}
    </Button>
  );
}
