import { useSyncExternalStore } from "react";

let reachable = true;
const listeners = new Set<() => void>();

/** Whether the last call reached the server. */
export const connection = {
  isReachable: (): boolean => reachable,

  report(reached: boolean): void {
    if (reached === reachable) return;
    reachable = reached;
    for (const listener of listeners) listener();
  },

  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useReachable(): boolean {
  return useSyncExternalStore(connection.subscribe, connection.isReachable);
}
