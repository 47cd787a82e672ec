import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** What the first screen may load, in bytes of JavaScript compressed with gzip; browsers mostly get Brotli, which is smaller. */
const BUDGET_BYTES = 350_000;

/** The modules that load the screens. Any screen can be the first one. */
const SCREENS = /\/src\/app\/(?:screens\.tsx|preload\.ts|LazyLogin\.tsx)$/;

type Bundle = Rolldown.OutputBundle;

/** A chunk and everything that it cannot do without. */
function closure(bundle: Bundle, file: string, seen = new Set<string>()): Set<string> {
  const chunk = bundle[file];
  if (chunk?.type !== "chunk" || seen.has(file)) return seen;
  seen.add(file);
  for (const imported of chunk.imports) closure(bundle, imported, seen);
  return seen;
}

function chunkOf(bundle: Bundle, module: string): string | undefined {
  return Object.values(bundle).find((chunk) => chunk.type === "chunk" && chunk.facadeModuleId === module)?.fileName;
}

/**
 * Fails the build when a first screen would load too much: the entry and the screen, each with all that it imports. What a screen itself
 * loads on demand (dialogs, editors, charts, graphs) does not count.
 */
export function budget(): Plugin {
  return {
    name: "budget",
    apply: "build",
    generateBundle(_options, bundle) {
      const sizes = new Map<string, number>();
      const sizeOf = (file: string) => {
        const chunk = bundle[file];
        const size = sizes.get(file) ?? (chunk?.type === "chunk" ? gzipSync(chunk.code).length : 0);
        sizes.set(file, size);
        return size;
      };
      const entry = Object.values(bundle).find((chunk) => chunk.type === "chunk" && chunk.isEntry);
      const loaders = [...this.getModuleIds()].filter((id) => SCREENS.test(id));
      const screens = loaders.flatMap((id) => this.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
      if (entry === undefined || screens.length === 0) this.error("The budget of the first screen cannot be checked: no screens were found.");
      const totals = screens.map((screen) => {
        const files = closure(bundle, chunkOf(bundle, screen) ?? "", closure(bundle, entry.fileName));
        return { screen: screen.replace(/.*\/src\//, ""), kilobytes: [...files].reduce((sum, file) => sum + sizeOf(file), 0) / 1000 };
      });
      const [worst] = totals.toSorted((a, b) => b.kilobytes - a.kilobytes);
      if (worst === undefined) return;
      const text = `${worst.screen} as the first screen loads ${worst.kilobytes.toFixed(0)} kB of JavaScript (gzip); the budget is ${BUDGET_BYTES / 1000} kB`;
      if (worst.kilobytes * 1000 > BUDGET_BYTES) this.error(text);
      this.info(text);
    },
  };
}
