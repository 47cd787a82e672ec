/** A value of JSON with the name or number that it has in what it belongs to. */
export type Entry = readonly [name: string, value: unknown];

/** Whether a value of JSON consists of others. */
export function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** What an object or array consists of. */
export function entriesOf(container: object): Entry[] {
  return Object.entries(container);
}

/** How many values there are below a container; counting ends at `limit`. */
export function sizeOf(container: object, limit: number): number {
  let size = 0;
  const waiting: object[] = [container];
  for (let next = waiting.pop(); next !== undefined && size < limit; next = waiting.pop()) {
    const values: unknown[] = Object.values(next);
    size += values.length;
    waiting.push(...values.filter(isContainer));
  }
  return Math.min(size, limit);
}
