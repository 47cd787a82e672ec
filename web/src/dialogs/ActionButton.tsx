import { Button, type ButtonProps } from "@mui/material";
import { useTranslate } from "react-admin";

interface Props {
  /** Key of the message catalogue. */
  label: string;
  icon?: React.ReactNode;
  onClick: () => void;
  variant?: ButtonProps["variant"];
  colour?: ButtonProps["color"];
  disabled?: boolean;
}

/** A button. In a table row its click does not count as one on the row. */
export function ActionButton({ label, icon, onClick, variant = "text", colour = "primary", disabled = false }: Props) {
  const translate = useTranslate();
  return (
    <Button
      size="small"
      variant={variant}
      color={colour}
      startIcon={icon}
      disabled={disabled}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      {translate(label)}
    </Button>
  );
}
