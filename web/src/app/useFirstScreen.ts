import { useEffect, useState } from "react";
import { firstScreen } from "./preload";

/** Whether the screen that is loaded beside the application is there, or there is none. */
export function useFirstScreen(): boolean {
  const [loaded, setLoaded] = useState(() => firstScreen() === undefined);
  useEffect(() => {
    void Promise.resolve(firstScreen()).then(() => setLoaded(true));
  }, []);
  return loaded;
}
