import { lazy, Suspense, useEffect, useState } from "react";
import { shortcuts } from "./registry";
import { useShortcuts } from "./useShortcuts";

const ShortcutHelp = lazy(() => import("./ShortcutHelp"));

/** Listens to the keyboard for the whole application, and has the commands that work everywhere. */
export function ShortcutListener() {
  const [help, setHelp] = useState(false);
  useEffect(() => {
    document.addEventListener("keydown", shortcuts.handle);
    return () => document.removeEventListener("keydown", shortcuts.handle);
  }, []);
  useShortcuts([
    { keys: ["?"], label: "shortcut.help", group: "shortcut.everywhere", run: () => setHelp(true) },
  ]);
  return help ? (
    <Suspense>
      <ShortcutHelp onClose={() => setHelp(false)} />
    </Suspense>
  ) : null;
}
