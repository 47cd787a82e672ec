/**
 * The index of the row that a step leads to. Without a row that has the focus (-1) it goes on where it was `last`: the row there now is the one after
 * a row that has left the list. From nowhere the first step down leads to the first row, the first one up to the last.
 */
export function rowAfter(index: number, step: 1 | -1, count: number, last = -1): number {
  if (count === 0) return -1;
  const within = (wanted: number) => Math.min(count - 1, Math.max(0, wanted));
  if (index !== -1) return within(index + step);
  if (last !== -1) return within(step === 1 ? last : last - 1);
  return step === 1 ? 0 : count - 1;
}
