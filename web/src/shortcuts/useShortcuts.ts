import { useEffect, useEffectEvent } from "react";
import { shortcuts, type Shortcut } from "./registry";

/** Offers keyboard commands while the component is on the screen. */
export function useShortcuts(list: readonly Shortcut[]): void {
  const runOf = useEffectEvent((index: number) => list[index]?.run());
  const appliesOf = useEffectEvent((index: number) => list[index]?.applies?.() ?? true);
  // What can be pressed changes rarely, what it does at each rendering.
  const signature = list.map(({ keys, label }) => `${keys.join(" ")} ${label}`).join("|");
  const registrations = useEffectEvent(() => list.map((shortcut, index) => ({ ...shortcut, run: () => runOf(index), applies: () => appliesOf(index) })));
  useEffect(() => shortcuts.add(registrations()), [signature]);
}
