import type { LicenseComponentListItem } from "../api/types";

/** Where a license of a component was learned. */
export type Source = "imported_declared" | "imported_concluded" | "manual_concluded";

/** What one source says of a component's license. */
export interface Claim {
  source: Source;
  name: string;
  /** Id of the license of the catalogue, if it is one. */
  license: number | null;
  /** Whether it is a license of the catalogue or an expression. */
  known: boolean;
}

/** The name that stands for a source that says nothing. */
const NOTHING = "No license information";

const SOURCES: readonly Source[] = ["imported_declared", "imported_concluded", "manual_concluded"];

/** What the sources say, without those that say nothing. */
export function claimsOf(component: LicenseComponentListItem): Claim[] {
  return SOURCES.map((source) => {
    const license = component[`${source}_spdx_license`] ?? null;
    return { source, name: component[`${source}_license_name`] ?? NOTHING, license, known: license !== null || Boolean(component[`${source}_license_expression`]) };
  }).filter(({ name }) => name !== NOTHING);
}
