import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { budget } from "./vite/budget.ts";
import { precompress } from "./vite/precompress.ts";

// Where `npm run dev` finds the server.
const SERVER = process.env.SECOBSERVE_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), budget(), precompress()],
  resolve: {
    alias: {
      // Every browser that runs the application has the function; the package brings ten others to imitate it.
      "object.entries": `${import.meta.dirname}/vite/native/objectEntries.cjs`,
      // Exports come from the server; react-admin would make them in the browser.
      "jsonexport/dist/index.js": `${import.meta.dirname}/vite/native/noExport.js`,
    },
  },
  // The same version that the binary is given (Makefile).
  define: { __UI_VERSION__: JSON.stringify(process.env.VERSION ?? "dev") },
  server: { proxy: { "/api": SERVER } },
  build: {
    outDir: "dist",
    assetsDir: "assets",
    target: "es2022",
    // Data URLs would need `img-src data:` and `font-src data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What most screens need is one file: it compresses better than many small ones, and they are fewer requests.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "preload", test: /\/src\/app\/(?:preload\w*\.ts|screenModule\.tsx)$/, priority: 1 }, { name: "shared", minShareCount: 42 }] } } },
  },
  test: {
    // Tests that need a document say so themselves: making one takes longer than most of them.
    environment: "node",
    // Modules are loaded once for all files; each test leaves nothing behind (testSetup.ts, restoreMocks).
    isolate: false,
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["./src/testSetup.ts"],
    restoreMocks: true,
    // On a busy machine everything takes longer; nothing here waits for a time to pass.
    testTimeout: 60_000,
  },
});
