import { useState } from "react";
import { rememberFocus } from "./rememberFocus";

interface Opened {
  isOpen: boolean;
  open: () => void;
  close: () => void;
}

/** Whether a dialog is open; see {@link rememberFocus} for where the focus goes afterwards. */
export function useOpened(): Opened {
  const [giveBack, setGiveBack] = useState<(() => void) | null>(null);
  return {
    isOpen: giveBack !== null,
    open: () => setGiveBack(() => rememberFocus()),
    close: () => {
      giveBack?.();
      setGiveBack(null);
    },
  };
}
