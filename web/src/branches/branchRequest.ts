import type { Branch } from "../api/types";

export type BranchValues = Pick<Branch, "name" | "is_default_branch" | "purl" | "cpe23" | "housekeeping_protect" | "osv_linux_distribution" | "osv_linux_release">;

/** What is sent for a filled form of a branch: the record has more, read-only attributes. */
export function branchRequest(values: BranchValues, withDistribution: boolean): BranchValues {
  return {
    name: values.name,
    is_default_branch: values.is_default_branch ?? false,
    purl: values.purl ?? "",
    cpe23: values.cpe23 ?? "",
    housekeeping_protect: values.housekeeping_protect ?? false,
    ...(withDistribution && {
      osv_linux_distribution: values.osv_linux_distribution ?? "",
      // A release without its distribution says nothing.
      osv_linux_release: values.osv_linux_distribution ? (values.osv_linux_release ?? "") : "",
    }),
  };
}
