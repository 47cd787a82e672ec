import type { ImportResult } from "../api/types";

/** What is uploaded: reports with observations, or software bills of material. */
export interface UploadKind {
  /** Key of the message catalogue. */
  title: string;
  path: string;
  extensions: readonly string[];
  /** Whether the origins that reports cannot know are asked for. */
  origins: boolean;
  /** The numbers of the answer that are told of each file, in this order. */
  counts: readonly (keyof ImportResult)[];
}

export const OBSERVATIONS: UploadKind = {
  title: "upload.observations",
  path: "/import/file_upload_observations_by_id/",
  extensions: [".csv", ".json", ".sarif"],
  origins: true,
  counts: ["observations_new", "observations_updated", "observations_resolved", "observations_reopened"],
};

export const SBOM: UploadKind = {
  title: "upload.sbom",
  path: "/import/file_upload_sbom_by_id/",
  extensions: [".json", ".xml"],
  origins: false,
  counts: ["license_components_new", "license_components_updated", "license_components_deleted"],
};
