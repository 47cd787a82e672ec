import { useRef, useState } from "react";
import { runBulk, type BulkResult } from "./runBulk";

interface Bulk {
  /** Of the ids how many have been dealt with; null while nothing runs. */
  progress: number | null;
  run: (ids: readonly number[], call: (ids: number[]) => Promise<unknown>, size?: number) => Promise<BulkResult>;
  cancel: () => void;
}

/** Runs a bulk action and tells how far it is. */
export function useBulk(): Bulk {
  const [progress, setProgress] = useState<number | null>(null);
  const controller = useRef<AbortController>(null);
  const run = async (ids: readonly number[], call: (ids: number[]) => Promise<unknown>, size?: number) => {
    controller.current = new AbortController();
    setProgress(0);
    try {
      return await runBulk(ids, call, { onProgress: setProgress, signal: controller.current.signal, ...(size !== undefined && { size }) });
    } finally {
      setProgress(null);
    }
  };
  return { progress, run, cancel: () => controller.current?.abort() };
}
