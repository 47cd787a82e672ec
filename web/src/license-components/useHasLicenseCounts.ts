import { useFeature } from "../session/statusSettings";
import { licenseCounts, type LicenseCounted } from "./licenseCounts";

/** Whether licenses are managed, and a product or a group has license components that are counted. */
export function useHasLicenseCounts(record: LicenseCounted): boolean {
  return useFeature("feature_license_management") && licenseCounts(record).length > 0;
}
