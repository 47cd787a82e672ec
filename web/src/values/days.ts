const DAY = 24 * 60 * 60 * 1000;

/** Whole days between a moment and the end of today; 0 is today, also for moments in the future. */
export function daysAgo(timestamp: string, now: Date = new Date()): number | null {
  const moment = Date.parse(timestamp);
  if (Number.isNaN(moment)) return null;
  const endOfToday = new Date(now);
  endOfToday.setHours(23, 59, 59, 999);
  return Math.max(0, Math.floor((endOfToday.getTime() - moment) / DAY));
}

/** Today in the browser's zone as `YYYY-MM-DD`, moved by a number of days. */
export function dateInDays(days: number, now: Date = new Date()): string {
  const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
