/** What is uploaded: reports with observations, or software bills of material. */
export interface UploadKind {
  /** Key of the message catalogue. */
  title: string;
  path: string;
  extensions: readonly string[];
  /** Whether the origins that reports cannot know are asked for. */
  origins: boolean;
}

export const OBSERVATIONS: UploadKind = {
  title: "upload.observations",
  path: "/import/file_upload_observations_by_id/",
  extensions: [".csv", ".json", ".sarif"],
  origins: true,
};

export const SBOM: UploadKind = {
  title: "upload.sbom",
  path: "/import/file_upload_sbom_by_id/",
  extensions: [".json"],
  origins: false,
};
