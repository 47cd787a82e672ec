import { useEffect, useState, type ComponentType, type ReactElement } from "react";
import { ScreenSkeleton } from "./ScreenSkeleton";

type Load = () => Promise<{ default: ComponentType }>;

/** A screen's module, which remembers what it has loaded. */
export interface ScreenModule {
  load: Load;
  current: () => ComponentType | undefined;
}

export function screenModule(load: Load): ScreenModule {
  let loaded: ComponentType | undefined;
  return {
    load: async () => {
      const module = await load();
      loaded = module.default;
      return module;
    },
    current: () => loaded,
  };
}

interface State {
  Content?: ComponentType | undefined;
  failure?: Error;
}

/**
 * A screen that is loaded when it is shown. It is no lazy component of React, which keeps its placeholder for three tenths of a second, however
 * soon the screen is there.
 */
export function screen({ load, current }: ScreenModule): () => ReactElement {
  return function Screen() {
    const [{ Content, failure }, setState] = useState<State>(() => ({ Content: current() }));
    const missing = Content === undefined && failure === undefined;
    useEffect(() => {
      if (!missing) return;
      load().then(
        (module) => setState({ Content: module.default }),
        (cause: unknown) => setState({ failure: cause instanceof Error ? cause : new Error(String(cause)) }),
      );
    }, [missing]);
    if (failure !== undefined) throw failure;
    return Content === undefined ? <ScreenSkeleton /> : <Content />;
  };
}
