/** The timespans of the own settings, and how many days they are. */
export const TIMESPANS = [
  { name: "Week", days: 7 },
  { name: "Month", days: 30 },
  { name: "Quarter", days: 90 },
  { name: "Year", days: 365 },
] as const;

export type Days = (typeof TIMESPANS)[number]["days"];

export function daysOf(name: string | undefined): Days {
  return TIMESPANS.find((span) => span.name === name)?.days ?? 7;
}
