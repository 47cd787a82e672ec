/** The values of an evidence that is a JSON object or array; null when it is another text. */
export function structureOf(evidence: string): object | null {
  try {
    const value: unknown = JSON.parse(evidence);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

interface Named {
  id: number;
  name: string;
}

/** Evidences in the order in which they are listed and gone through. */
export function byName<T extends Named>(evidences: readonly T[]): T[] {
  return evidences.toSorted((one, other) => one.name.localeCompare(other.name) || one.id - other.id);
}
