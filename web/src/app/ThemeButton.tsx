import BrightnessAutoIcon from "@mui/icons-material/BrightnessAuto";
import DarkModeIcon from "@mui/icons-material/DarkMode";
import LightModeIcon from "@mui/icons-material/LightMode";
import { IconButton, Tooltip } from "@mui/material";
import type { ReactElement } from "react";
import { useTranslate } from "react-admin";
import { useMySettings } from "../profile/useMySettings";
import { THEME_CHOICES, useThemeChoice, type ThemeChoice } from "./themeChoice";

const ICONS: Record<ThemeChoice, ReactElement> = {
  light: <LightModeIcon />,
  dark: <DarkModeIcon />,
  system: <BrightnessAutoIcon />,
};

/** Goes through light, dark and system. */
export function ThemeButton() {
  const translate = useTranslate();
  const choice = useThemeChoice();
  const { save } = useMySettings();
  const next = THEME_CHOICES[(THEME_CHOICES.indexOf(choice) + 1) % THEME_CHOICES.length] ?? "light";
  const label = translate("theme.current", { theme: translate(`theme.${choice}`) });
  return (
    <Tooltip title={label}>
      <IconButton color="inherit" aria-label={label} onClick={() => void save({ setting_theme: next })}>
        {ICONS[choice]}
      </IconButton>
    </Tooltip>
  );
}
