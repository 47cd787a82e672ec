import { defineConfig } from "@playwright/test";

/** The system's browser: nothing is downloaded. */
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: "e2e",
  // Each worker has a server and a data file of its own; the tests of a file follow each other.
  workers: 2,
  fullyParallel: false,
  // On a busy machine everything takes longer; nothing here waits for a time to pass.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"]],
  use: {
    viewport: { width: 1400, height: 900 },
    // Recording a trace of each test takes longer than the tests.
    trace: process.env.TRACE ? "on" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
