declare const __UI_VERSION__: string;

/** The version of this build of the web UI; vite.config.ts puts it in. */
export const UI_VERSION = __UI_VERSION__;
