import type { ImportResult } from "../api/types";
import { productObservationsLink } from "../observations/observationLink";
import { ACTIVE_STATUSES, STATUSES } from "../values/choices";
import type { UploadKind } from "./uploadKinds";

/** The most files of one upload. */
export const MAX_FILES = 10;

export interface UploadValues {
  branch?: number | null;
  service_id?: number | null;
  docker_image_name_tag?: string;
  endpoint_url?: string;
  kubernetes_cluster?: string;
}

export type UploadState = { is: "waiting" } | { is: "running" } | { is: "done"; result: ImportResult } | { is: "failed"; message: string };

/** The form of one file; empty values are not sent. */
export function uploadForm(kind: UploadKind, product: number, file: File, values: UploadValues): FormData {
  const form = new FormData();
  form.append("product", String(product));
  const { branch, service_id, ...origins } = values;
  const entries = { branch, service_id, ...(kind.origins ? origins : {}) };
  for (const [name, value] of Object.entries(entries)) {
    if (value !== undefined && value !== null && value !== "") form.append(name, String(value));
  }
  // License components come in by the upload of an SBOM only.
  if (kind.origins) form.append("suppress_licenses", "true");
  form.append("file", file, file.name);
  return form;
}

/** Splits dropped or chosen files into those that can be uploaded, and the names of the others. */
export function acceptable(files: readonly File[], kind: UploadKind): { accepted: File[]; refused: string[] } {
  const fits = (file: File) => kind.extensions.some((extension) => file.name.toLowerCase().endsWith(extension));
  return { accepted: files.filter(fits), refused: files.filter((file) => !fits(file)).map(({ name }) => name) };
}

/** The list of the observations that a number of an answer counts; none for other numbers, and none of nothing. */
export function countedLink(key: keyof ImportResult, product: number, file: string, branch: number | null): string | null {
  const statuses = STATUSES_OF[key];
  if (statuses === undefined) return null;
  // What is resolved is no longer in the file, but has been in one of the same name.
  return productObservationsLink(product, { current_status: statuses, upload_filename: file, ...(branch !== null && { branch }), age: "Today" });
}

const STATUSES_OF: Partial<Record<keyof ImportResult, readonly string[]>> = {
  observations_new: ACTIVE_STATUSES,
  observations_updated: STATUSES,
  observations_resolved: ["Resolved"],
  observations_reopened: ACTIVE_STATUSES,
};
