import { useEffect, useState } from "react";

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/**
 * Takes files that are dropped anywhere on the page.
 *
 * @returns whether files are being dragged over it.
 */
export function useDroppedFiles(enabled: boolean, onFiles: (files: File[]) => void): boolean {
  // Entering a child comes before leaving its parent: what counts is how often both happened.
  const [depth, setDepth] = useState(0);
  useEffect(() => {
    if (!enabled) return undefined;
    const enter = (event: DragEvent) => holdsFiles(event) && setDepth((before) => before + 1);
    const leave = (event: DragEvent) => holdsFiles(event) && setDepth((before) => Math.max(0, before - 1));
    // Otherwise the browser would open the file.
    const over = (event: DragEvent) => holdsFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      setDepth(0);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop };
    for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener as EventListener);
    };
  }, [enabled, onFiles]);
  return enabled && depth > 0;
}
