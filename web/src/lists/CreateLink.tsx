import AddIcon from "@mui/icons-material/Add";
import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";

/** The button that leads to the form of a new record. */
export function CreateLink({ to, label }: { to: string; label: string }) {
  const translate = useTranslate();
  return (
    <Button component={Link} to={to} size="small" variant="contained" startIcon={<AddIcon />}>
      {translate(label)}
    </Button>
  );
}
