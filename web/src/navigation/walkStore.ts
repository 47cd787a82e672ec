import { useSyncExternalStore } from "react";
import type { Walk } from "./walk";

const PREFIX = "walk.";

const listeners = new Set<() => void>();
const parsed = new Map<string, { text: string; walk: Walk | null }>();

function parse(text: string): Walk | null {
  try {
    return JSON.parse(text) as Walk;
  } catch {
    return null;
  }
}

/** The walks through lists in this browser tab, for the screens that are opened from them. */
export const walkStore = {
  get(stateKey: string): Walk | null {
    const text = sessionStorage.getItem(PREFIX + stateKey);
    if (text === null) return null;
    const known = parsed.get(stateKey);
    // The same object for the same text: React compares it to find out whether to render again.
    if (known?.text === text) return known.walk;
    const walk = parse(text);
    parsed.set(stateKey, { text, walk });
    return walk;
  },

  set(stateKey: string, walk: Walk): void {
    try {
      sessionStorage.setItem(PREFIX + stateKey, JSON.stringify(walk));
    } catch {
      // A full storage costs the way to the neighbours, nothing else.
      return;
    }
    for (const listener of listeners) listener();
  },

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useWalk(stateKey: string): Walk | null {
  return useSyncExternalStore(walkStore.subscribe, () => walkStore.get(stateKey));
}
