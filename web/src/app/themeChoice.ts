import { useSyncExternalStore } from "react";

export type ThemeChoice = "light" | "dark" | "system";

const KEY = "theme";
export const THEME_CHOICES: readonly ThemeChoice[] = ["light", "dark", "system"];

const listeners = new Set<() => void>();

function isChoice(value: string | null): value is ThemeChoice {
  return THEME_CHOICES.some((choice) => choice === value);
}

/** Light, dark or as the operating system does it. Kept in local storage, because the login page has a theme too. */
export const themeChoice = {
  get: (): ThemeChoice => {
    const stored = localStorage.getItem(KEY);
    return isChoice(stored) ? stored : "light";
  },

  set(choice: ThemeChoice | undefined): void {
    if (choice === undefined) return;
    localStorage.setItem(KEY, choice);
    for (const listener of listeners) listener();
  },

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(themeChoice.subscribe, themeChoice.get);
}
