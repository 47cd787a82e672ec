import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.ts";

/** Measures instead of testing: `npm run measure` prints how long screens take over many observations. */
export default defineConfig({ ...tests, testDir: "measure", timeout: 15 * 60_000 });
