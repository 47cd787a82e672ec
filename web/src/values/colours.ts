import type { Severity, Status } from "../api/types";
import type { EvaluationResult } from "./choices";

export const SEVERITY_COLOURS: Record<Severity, string> = {
  Critical: "#cc0500",
  High: "#df3d03",
  Medium: "#f9a009",
  Low: "#ffcb0d",
  None: "#53aa33",
  Unknown: "#00b4f0",
};

/** What a license policy says of a component. */
export const EVALUATION_COLOURS: Record<EvaluationResult, string> = {
  Forbidden: "#df3d03",
  "Review required": "#f9a009",
  Unknown: "#424242",
  Allowed: "#53aa33",
  Ignored: "#424242",
};

/** How a task or an import ended. */
export const OUTCOME_COLOURS: Readonly<Record<string, string>> = { Success: "#00aa00", Failure: "#d4333f", Running: "#00b4f0" };

export const STATUS_COLOURS: Record<Status, string> = {
  Open: "#642915",
  Affected: "#963e20",
  "In review": "#c7522a",
  Resolved: "#e5c185",
  Duplicate: "#fbf2c4",
  "False positive": "#74a892",
  "Not affected": "#008585",
  "Not security": "#006464",
  "Risk accepted": "#004343",
};

export const GATE_COLOURS = { passed: "#00aa00", failed: "#d4333f" } as const;

function channel(hex: string, index: number): number {
  const value = Number.parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance of `#rrggbb` (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  return 0.2126 * channel(hex, 0) + 0.7152 * channel(hex, 1) + 0.0722 * channel(hex, 2);
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white text, whichever is easier to read on the colour. */
export function textOn(background: string): string {
  return contrast(background, "#000000") > contrast(background, "#ffffff") ? "#000000" : "#ffffff";
}
