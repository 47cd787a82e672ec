import ArrowDropDownIcon from "@mui/icons-material/ArrowDropDown";
import CloseIcon from "@mui/icons-material/Close";
import { Box, ButtonBase } from "@mui/material";
import type { MouseEvent, Ref } from "react";
import { useTranslate } from "react-admin";

interface Props {
  name: string;
  /** What the filter is set to; without it the filter is not set. */
  value?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
  onOpen?: (event: MouseEvent<HTMLButtonElement>) => void;
  open?: boolean;
  onRemove: () => void;
}

/** The look of a filter: its name, what it is set to, and, when it is set, a button that takes it away. */
export function PillFrame({ name, value, ref, onOpen, open = false, onRemove }: Props) {
  const translate = useTranslate();
  const set = value !== undefined;
  const text = (
    <>
      <Box component="span" sx={{ color: set ? "inherit" : "text.secondary" }}>
        {set ? `${name}: ` : name}
      </Box>
      {set ? (
        <Box component="span" sx={{ fontWeight: 500, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}>
          {value}
        </Box>
      ) : null}
    </>
  );
  const part = { fontFamily: "inherit", fontSize: "0.8125rem", height: 30, px: 1.25, gap: 0.5, minWidth: 0 } as const;
  return (
    <Box
      sx={{
        display: "inline-flex",
        maxWidth: "min(100%, 28em)",
        border: 1,
        borderColor: set ? "primary.main" : "divider",
        borderStyle: set ? "solid" : "dashed",
        borderRadius: 4,
        overflow: "hidden",
        bgcolor: set ? "action.selected" : "transparent",
      }}
    >
      {onOpen === undefined ? (
        <Box sx={{ ...part, display: "inline-flex", alignItems: "center" }}>{text}</Box>
      ) : (
        <ButtonBase ref={ref} focusRipple aria-haspopup="true" aria-expanded={open} onClick={onOpen} sx={{ ...part, pr: set ? 0.5 : 0.75 }}>
          {text}
          {set ? null : <ArrowDropDownIcon sx={{ fontSize: 18, color: "text.secondary", mr: -0.25 }} />}
        </ButtonBase>
      )}
      {set ? (
        <ButtonBase focusRipple aria-label={translate("filter.remove", { name })} onClick={onRemove} sx={{ px: 0.75 }}>
          <CloseIcon sx={{ fontSize: 16 }} />
        </ButtonBase>
      ) : null}
    </Box>
  );
}
