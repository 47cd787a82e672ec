import CheckIcon from "@mui/icons-material/Check";
import CloseIcon from "@mui/icons-material/Close";
import { useTranslate } from "react-admin";

export function YesNo({ value }: { value: boolean | null | undefined }) {
  const translate = useTranslate();
  if (value === null || value === undefined) return null;
  return value ? (
    <CheckIcon fontSize="small" titleAccess={translate("ra.boolean.true")} />
  ) : (
    <CloseIcon fontSize="small" titleAccess={translate("ra.boolean.false")} />
  );
}
