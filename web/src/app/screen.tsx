import { lazy, useState, type ComponentType } from "react";

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

/**
 * A screen that is loaded when it is shown. One that is there already is shown at once: React would draw the placeholder of a lazy component all
 * the same, and then keep it for three tenths of a second.
 */
export function screen({ load, current }: ScreenModule): ComponentType {
  const Lazy = lazy(load);
  return function Screen() {
    const [Content] = useState(() => current() ?? Lazy);
    return <Content />;
  };
}
