/**
 * The entries of `next` that differ from `previous`. Sending only these keeps what somebody else changed meanwhile, and
 * spares the server the read-only and nested parts of the record.
 */
export function changes(previous: object | undefined, next: object): Record<string, unknown> {
  const before = (previous ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(next).filter(([name, value]) => !same(before[name], value)));
}

function same(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
