/**
 * The entries of `next` that differ from `previous`, and those named in `always`. Sending only these keeps what somebody else changed meanwhile, and
 * spares the server the read-only and nested parts of the record.
 */
export function changes(previous: object | undefined, next: object, always: readonly string[] = []): Record<string, unknown> {
  const before = (previous ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(next).filter(([name, value]) => always.includes(name) || !same(before[name], value)));
}

function same(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
