import { EVALUATIONS, type EvaluationResult } from "../values/choices";

/** What carries the five counts of license components by evaluation result; null where licenses are not managed. */
export interface LicenseCounted {
  forbidden_licenses_count?: number | null;
  review_required_licenses_count?: number | null;
  unknown_licenses_count?: number | null;
  allowed_licenses_count?: number | null;
  ignored_licenses_count?: number | null;
}

const FIELDS: Record<EvaluationResult, keyof LicenseCounted> = {
  Forbidden: "forbidden_licenses_count",
  "Review required": "review_required_licenses_count",
  Unknown: "unknown_licenses_count",
  Allowed: "allowed_licenses_count",
  Ignored: "ignored_licenses_count",
};

/** The counts, worst first; none when there is nothing to count. */
export function licenseCounts(record: LicenseCounted): { result: EvaluationResult; count: number }[] {
  const counts = EVALUATIONS.map((result) => ({ result, count: record[FIELDS[result]] ?? 0 }));
  return counts.some(({ count }) => count > 0) ? counts : [];
}
