import { describe, expect, it } from "vitest";
import { english } from "./en";

const SOURCES = import.meta.glob<string>(["../**/*.ts", "../**/*.tsx", "!../**/*.test.*", "!../api/schema.ts", "!../i18n/**"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const SECTIONS = Object.keys(english).filter((section) => !["ra", "resources"].includes(section));

// Colours of the palette look like keys of the catalogue, but are none.
const COLOURS = /^(?:action\.(?:hover|selected)|.*\.main)$/;

// Names of table states look like keys of the catalogue, but are none; prefixes are completed with a variable.
const NO_KEYS = new Set(["branch.embedded", "service.embedded", "member.user", "member.group", "metrics.days", "my_settings.days"]);

function has(path: string): boolean {
  let value: unknown = english;
  for (const part of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[part];
  return typeof value === "string";
}

describe("the message catalogue", () => {
  it("has every text that a source file names", () => {
    const key = new RegExp(`["'\`]((?:${SECTIONS.join("|")})\\.[a-z0-9_.]*[a-z0-9_])["'\`]`, "g");
    const missing = Object.entries(SOURCES).flatMap(([file, source]) =>
      [...source.matchAll(key)].map(([, name = ""]) => name).filter((name) => !NO_KEYS.has(name) && !COLOURS.test(name) && !has(name)).map((name) => `${file}: ${name}`),
    );
    expect(Object.keys(SOURCES).length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it("labels every input and column", () => {
    const source = /\bsource[=:] ?"([a-z0-9_]+)"/g;
    const missing = Object.entries(SOURCES).flatMap(([file, text]) =>
      [...text.matchAll(source)].map(([, name = ""]) => name).filter((name) => !["actions", "search"].includes(name) && !has(`fields.${name}`)).map((name) => `${file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });
});
