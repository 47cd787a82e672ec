import CheckIcon from "@mui/icons-material/Check";
import CloseIcon from "@mui/icons-material/Close";
import { useTranslate } from "react-admin";

/** The signs are narrower than their icons: so they stand below their label. */
const ALIGNED = { display: "block", ml: "-3px" } as const;

export function YesNo({ value }: { value: boolean | null | undefined }) {
  const translate = useTranslate();
  if (value === null || value === undefined) return null;
  return value ? (
    <CheckIcon fontSize="small" sx={ALIGNED} titleAccess={translate("ra.boolean.true")} />
  ) : (
    <CloseIcon fontSize="small" sx={ALIGNED} titleAccess={translate("ra.boolean.false")} />
  );
}
