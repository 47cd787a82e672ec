import { defineConfig } from "@playwright/test";
import tests from "./playwright.config.ts";

/** Takes pictures instead of testing: `npm run screenshots` makes those of docs/ anew, from sample data. */
export default defineConfig({ ...tests, testDir: "screenshots", timeout: 5 * 60_000 });
